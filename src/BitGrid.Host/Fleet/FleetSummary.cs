using System.Diagnostics;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Host.Cli;
using Spectre.Console;

namespace BitGrid.Host.Fleet;

/// <summary>Tells how a replay of a fleet goes and what came out of it.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="homes">Number of homes in this shard.</param>
/// <param name="request">What was asked for.</param>
internal sealed class FleetSummary(Terminal terminal, int homes, FleetRequest request) : IDisposable
{
    const int MostFaultyShown = 20;

    readonly long _begin = Stopwatch.GetTimestamp();
    readonly List<KpiFigures> _figures = new(homes);
    readonly List<HomeResult> _faulty = [];
    readonly FleetFingerprint _fingerprint = new();
    long _blocks;

    public void Add(HomeResult result)
    {
        _blocks += result.Report.Blocks;
        if (result.Figures is { } figures)
            _figures.Add(figures);
        else
            _faulty.Add(result);
        if (result.Fingerprint is { } fingerprint)
            _fingerprint.Add(result.Home.Name, fingerprint);
        if (terminal.Interactive)
            terminal.Progress.Write(new ControlCode($"\r{StepProgress.Line(_figures.Count + _faulty.Count, homes, Stopwatch.GetElapsedTime(_begin))}\u001b[K"));
    }

    /// <summary>Tells the end.</summary>
    /// <returns>True when every home could be relied on.</returns>
    public bool Tell()
    {
        if (terminal.Interactive)
            terminal.Progress.Write(new ControlCode("\r\u001b[K"));
        foreach (HomeResult home in _faulty.Take(MostFaultyShown))
            terminal.Error.WriteLine($"error: home '{home.Home.Name}' is left out: {home.Report.FaultCount} faults, the first: {home.Report.Faults[0]}");
        if (_faulty.Count > MostFaultyShown)
            terminal.Error.WriteLine($"error: {_faulty.Count - MostFaultyShown} more homes are left out; they have no figures in {request.Output}");
        double seconds = Stopwatch.GetElapsedTime(_begin).TotalSeconds;
        Language language = request.Language;
        terminal.Error.WriteLine($"played: {language.Number(_blocks, "0", "blocks")} in {language.Number(seconds, "0.0", "s")}, {language.Number(_blocks / seconds / 1e6, "0.00", "million blocks per second")}");

        terminal.Line($"{language.Say("homes", "Häuser")}: {_figures.Count}{(request.Shard.IsWhole ? "" : $" ({language.Say("shard", "Teil")} {request.Shard})")}");
        terminal.Line($"{language.Say("energy of the loads", "Energie der Lasten")}: {language.Number(_figures.Sum(home => home.LoadKwh), "0", "kWh")}");
        terminal.Line($"{language.Say("grid import", "Netzbezug")}: {language.Number(_figures.Sum(home => home.GridImportKwh), "0", "kWh")}, {language.Say("with a naive switch", "mit einfachem Schalter")} {language.Number(_figures.Sum(home => home.GridImportNaiveKwh), "0", "kWh")}");
        terminal.Line($"{language.Say("switches per day and home", "Schaltungen pro Tag und Haus")}: {language.Number(_figures.Count == 0 ? null : _figures.Average(home => home.SwitchesPerDay), "0.00", "")}");
        if (request is { Fingerprints: true, Shard.IsWhole: true })
            terminal.Line($"{language.Say("fingerprint of the fleet", "Fingerabdruck der Flotte")}: {_fingerprint}");
        return _faulty.Count == 0;
    }

    public void Dispose() => _fingerprint.Dispose();
}
