using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Recordings.Output;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.MeasuredYear;

/// <summary>Replays a measured year of a real house, as two different sites. Fingerprint and KPIs are snapshots: a change of behaviour shows here first.</summary>
public sealed class RealYearTests : IDisposable
{
    const string NoBattery = """
        site: { name: Real year, time_zone: Europe/Paris, pv_peak_w: 5000, battery: false, feed_in_ct_kwh: 8.1 }
        loads: [{ id: heater, kind: miner, levels_w: [800, 1300], efficiency_j_th: 18.5, temperature: none, heartbeat: false }]
        """;

    const string BatteryAndMiner = """
        site: { name: Real year, time_zone: Europe/Paris, pv_peak_w: 5000, battery: true, feed_in_ct_kwh: 8.1 }
        loads: [{ id: miner, kind: miner, levels_w: [800, 1300], efficiency_j_th: 18.5, temperature: always, heartbeat: false }]
        """;

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-real-year-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RealDataFact("home-fr-2024", "price-de-lu-2024")]
    public async Task A_year_without_battery_and_with_a_load_without_sensors_gives_the_same_twice() =>
        Snapshot.Match(await ReplayTwice(NoBattery, withBatteryAndMiner: false, "csv"));

    [RealDataFact("home-fr-2024", "price-de-lu-2024")]
    public async Task A_year_with_battery_and_miner_gives_the_same_from_csv_and_from_parquet() =>
        Snapshot.Match(await ReplayTwice(BatteryAndMiner, withBatteryAndMiner: true, "parquet"));

    async Task<string> ReplayTwice(string site, bool withBatteryAndMiner, string secondFormat)
    {
        string config = ShippedConfigWith(site);
        string first = await Replay(config, Record("csv", withBatteryAndMiner));
        string second = await Replay(config, Record(secondFormat, withBatteryAndMiner));
        Assert.Equal(first, second);
        return first;
    }

    string Record(string format, bool withBatteryAndMiner)
    {
        string path = Path.Combine(_folder, $"year.{format}");
        using ITableWriter<ReplayRow> writer = RecordingOutput.Open(path);
        foreach (ReplayRow row in RealYear.Rows(withBatteryAndMiner))
            writer.Write(row);
        writer.Complete();
        return path;
    }

    async Task<string> Replay(string config, string input)
    {
        string kpis = Path.Combine(_folder, "kpi.json");
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await BitGridCommand.RunAsync(
            ["replay", "--input", input, "--config", config, "--plugins", RepositoryRoot.PathTo("artifacts/plugins"), "--kpi", kpis, "--lang", "en"],
            new Terminal(output, error, interactive: false));
        Assert.True(exitCode == ExitCode.Fine, error.ToString());
        string lastLine = output.ToString().TrimEnd().Split('\n')[^1];
        string period = File.ReadAllText(kpis).Split("\"days\": [")[0].Replace("\r", "", StringComparison.Ordinal);
        return $"{error.ToString().Trim()}\n{lastLine}\n{period}";
    }

    string ShippedConfigWith(string site)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "config")).FullName;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.PathTo("config"), "*.yaml"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "config.yaml"), site);
        return folder;
    }
}
