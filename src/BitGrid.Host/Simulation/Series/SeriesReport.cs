using BitGrid.Host.Recordings;

namespace BitGrid.Host.Simulation.Series;

/// <summary>What was noticed while series were read: notes on what is there and what is missing, and faults.</summary>
internal sealed class SeriesReport
{
    readonly List<string> _notes = [];
    readonly List<InputFault> _faults = [];

    /// <summary>What a reader of the results has to know: what is missing, and what was done about it.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>True when the series must not be used.</summary>
    public bool IsBad => _faults.Count > 0;

    public void Note(string note) => _notes.Add(note);

    public void Add(InputFault fault) => _faults.Add(fault);

    /// <summary>The whole report, a finding per line, faults last because the eye stops there.</summary>
    public override string ToString() =>
        string.Join('\n', _notes.Select(note => $"series: {note}").Concat(_faults.Select(fault => $"error: {fault}")));
}
