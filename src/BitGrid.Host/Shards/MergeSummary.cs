using System.Text;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Fleet;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Shards;

/// <summary>Tells of a merged whole what the run of one process would have told: the fingerprint, where its rows have one.</summary>
/// <param name="columns">Names of the columns.</param>
internal sealed class MergeSummary(string[] columns) : IDisposable
{
    readonly int _record = Array.IndexOf(columns, DecisionOutput.Record);
    readonly int _home = Array.IndexOf(columns, FleetColumns.Home);
    readonly int _fingerprint = Array.IndexOf(columns, FleetColumns.Fingerprint);
    readonly DecisionFingerprint _ofDecisions = new();
    readonly FleetFingerprint _ofFleet = new();
    long _rows;
    bool _hasFingerprints;

    public void Add(object?[] row)
    {
        _rows++;
        if (_record >= 0)
            _ofDecisions.Add(Encoding.UTF8.GetBytes((string)row[_record]!));
        if (_fingerprint >= 0 && row[_fingerprint] is string fingerprint)
        {
            _ofFleet.Add((string)row[_home]!, fingerprint);
            _hasFingerprints = true;
        }
    }

    public void Tell(Terminal terminal, Language language)
    {
        terminal.Line($"{language.Say("merged rows", "zusammengefügte Zeilen")}: {_rows}");
        if (_record >= 0)
            terminal.Line($"{language.Say("decision fingerprint", "Fingerabdruck der Entscheidungen")}: {_ofDecisions}");
        if (_hasFingerprints)
            terminal.Line($"{language.Say("fingerprint of the fleet", "Fingerabdruck der Flotte")}: {_ofFleet}");
    }

    public void Dispose()
    {
        _ofDecisions.Dispose();
        _ofFleet.Dispose();
    }
}
