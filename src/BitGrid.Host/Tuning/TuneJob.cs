using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Simulation;
using BitGrid.Host.Simulation.Series;
using BitGrid.Simulation.Houses;
using Spectre.Console;

namespace BitGrid.Host.Tuning;

/// <summary>A tuning from the series to the exit code.</summary>
internal sealed class TuneJob(Terminal terminal, TuneRequest request)
{
    static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(2);

    readonly ParameterSpace _space = new(request.Parameters);

    public int Run()
    {
        if (House.Open(request.Config, request.Plugins, terminal) is not { } house)
            return ExitCode.BadInput;
        Candidates candidates = new(house, ConfigFolder.Read(request.Config), request.Parameters);
        if (Refused(candidates.Faults()))
            return ExitCode.BadInput;
        SeriesReport report = new();
        HouseSeries? series = new SeriesReader(
            new(house.Configuration.Site, house.Configuration.Host.Simulation, request.Period, request.IsExchangePrice), report).Read(request.Data);
        terminal.Error.WriteLine(report);
        if (series is null)
            return ExitCode.BadInput;
        try
        {
            return Run(house, candidates, series);
        }
        catch (Exception fault) when (fault is InvalidDataException or OutputException)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    int Run(House house, Candidates candidates, HouseSeries series)
    {
        TuneStore store = TuneStore.Open(request.Output, request.Shard, request.Parameters, [.. house.Origin, ("series", SeriesDigest.Of(series)), .. Origin]);
        HouseSimulator simulator = new(house.Configuration, series);
        TryAll(new Tuner(candidates, simulator, request.Parameters, request.Seed), store);
        if (!request.Shard.IsWhole)
        {
            terminal.Line(request.Language.Say($"shard {request.Shard}: {store.Points.Count} points; bitgrid merge makes one file of all shards", $"Teil {request.Shard}: {store.Points.Count} Punkte; bitgrid merge fügt alle Teile zusammen"));
            return ExitCode.Fine;
        }

        TunePoint now = new Tuner(new(house, ConfigFolder.Read(request.Config), []), simulator, [], request.Seed).Try(0, []);
        TuneResult result = new(request.Parameters, [.. store.Points.Values], now);
        if (request.Point is { } wanted && result.Find(wanted) is null && Refused([$"--point {wanted}: there is no such point that can be used. Allowed: the numbers in {request.Output}. Repair: choose another."]))
            return ExitCode.BadInput;
        Tell(candidates, result);
        return result.Front.Count > 0 ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    void TryAll(Tuner tuner, TuneStore store)
    {
        (long Number, ImmutableArray<string> Values)[] mine =
            [.. _space.Points(request.Random, request.Seed).Select((values, i) => (Number: i + 1L, Values: values)).Where(point => request.Shard.Takes(point.Number - 1))];
        (long Number, ImmutableArray<string> Values)[] open = [.. mine.Where(point => !store.Points.ContainsKey(point.Number))];
        if (open.Length < mine.Length)
            terminal.Error.WriteLine($"goes on: {mine.Length - open.Length} of {mine.Length} points are done already in {request.Output}");

        long begin = Stopwatch.GetTimestamp();
        long saved = 0; // the first result is saved at once: a path that cannot be written is known before hours have gone by
        int done = 0;
        foreach (TunePoint point in open.AsParallel().WithDegreeOfParallelism(Environment.ProcessorCount).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(point => tuner.Try(point.Number, point.Values)))
        {
            store.Add(point);
            if (terminal.Interactive)
                terminal.Progress.Write(new ControlCode($"\r{StepProgress.Line(++done, open.Length, Stopwatch.GetElapsedTime(begin))}\u001b[K"));
            if (saved != 0 && Stopwatch.GetElapsedTime(saved) < BetweenSaves)
                continue;
            store.Save(isComplete: false);
            saved = Stopwatch.GetTimestamp();
        }

        if (terminal.Interactive)
            terminal.Progress.Write(new ControlCode("\r\u001b[K"));
        store.Save(isComplete: true);
    }

    void Tell(Candidates candidates, TuneResult result)
    {
        TuneView.Show(terminal, result, request.Language);
        if (request.ReportFile is { } report)
            TuneReport.Of(result).Save(report);
        if ((request.Point is { } number ? result.Find(number) : result.Recommended) is not { } chosen)
            return;
        IReadOnlyList<ConfigEdit> changes = candidates.Changes(chosen.Values);
        string patch = YamlPatch.Text(changes, changes.Count == 0 ? $"point {chosen.Number} of bitgrid tune changes nothing" : $"point {chosen.Number} of bitgrid tune, checked: bitgrid starts with these values");
        terminal.Line(patch.TrimEnd());
        if (request.PatchFile is { } file)
            TextFile.Write(file, patch);
    }

    bool Refused(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        foreach (string fault in all)
            terminal.Error.WriteLine($"error: {fault}");
        return all.Length > 0;
    }

    IEnumerable<(string Name, string Value)> Origin =>
    [
        ("set", string.Join("; ", request.Parameters)),
        ("random", request.Random?.ToString(CultureInfo.InvariantCulture) ?? "all"),
        ("seed", request.Seed.ToString(CultureInfo.InvariantCulture)),
    ];
}
