using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.TestKit;
using static BitGrid.Host.Tests.Recordings.RecordingScenario;

namespace BitGrid.Host.Tests.Recordings;

public sealed class RoundTripTests
{
    static ReplayRow[] Full { get; } = ReadCsv(Lines(
        "block_id,load_id,pv_power_w,house_load_w,grid_power_w,battery_power_w,battery_soc_pct,heat_temp_c,heat_power_w,price_ct_kwh,feed_in_ct_kwh,hashprice_sats_ths_day,btc_price_eur,forecast_confidence,miner_power_w,miner_temp_c,miner_hashrate_ths,miner_heartbeat_age_s,forecast_surplus_w,running,level,blocks_since_change,quality,stale,config_hash",
        "2864952,miner,400.125,300.1,-100.3,0.1,60.7,45.5,1.5,-3.25,8.03,48.1,61234.56,0.8,999.9,61.5,90.3,4.5,100.5|-200|0.1,true,1,3,ok,,ab12",
        "2864952,heater,400.125,300.1,-100.3,0.1,60.7,45.5,1.5,-3.25,8.03,48.1,61234.56,0.8,1500,,,,100.5|-200|0.1,false,0,9,ok,,ab12",
        "2864953,miner,,,,,,,,,,,,,,,,,,,,,,,",
        "2864960,miner,1,2,3,4,5,6,7,8,9,10,11,0.1,,,,,,false,,,degraded,price_ct_kwh|grid_power_w,ab12")).Rows;

    [Theory]
    [InlineData("house.csv")]
    [InlineData("house.csv.gz")]
    [InlineData("house.parquet")]
    public void What_is_written_is_read_again_the_same(string name)
    {
        using TemporaryFolder folder = new();

        Write(folder[name], Full);
        var (rows, report) = Read(folder[name]);

        Assert.False(report.IsBad, report.ToString());
        Assert.Empty(report.Warnings);
        Assert.Equal(Text(Full), Text(rows));
        Assert.Equal([name], folder.Files);
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void A_written_file_is_the_same_under_every_language(string culture) =>
        Assert.Equal(Text(Full), Cultures.Under(culture, () => Text(Full)));

    [Fact]
    public void The_written_columns_are_the_ones_that_are_read() => Snapshot.Match(Text(Full));

    [Fact]
    public void A_folder_is_read_file_by_file_in_the_order_of_the_names()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data/2024/06"]);
        Write(folder["data/2024/06/day_21.parquet"], Full[..3]);
        Write(folder["data/2024/06/day_22.csv.gz"], Full[3..]);
        File.WriteAllText(folder["data/readme.txt"], "not a recording");

        var (rows, report) = Read(folder["data"]);

        Assert.False(report.IsBad, report.ToString());
        Assert.Equal(Text(Full), Text(rows));
    }

    [Fact]
    public void The_order_is_watched_across_files()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        Write(folder["data/a.csv"], Full[3..]);
        Write(folder["data/b.parquet"], Full[..2]);

        var (rows, report) = Read(folder["data"]);

        Assert.Single(rows);
        Assert.Equal(2, report.FaultCount);
        Assert.StartsWith(folder["data/b.parquet"] + ", row 1: block 2864952", report.Faults[0].ToString());
    }

    [Fact]
    public void The_month_of_the_sample_house_is_read_without_a_fault()
    {
        var (rows, report) = Read(RepositoryRoot.PathTo("samples/days/sample-house-june.csv"));

        Assert.Equal(4320, rows.Length);
        Assert.False(report.IsBad, report.ToString());
        Assert.Empty(report.Warnings);
        Assert.Empty(report.Corrections);
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("empty", null)]
    [InlineData("house.xlsx", "PK")]
    public void A_path_without_a_recording_is_a_fault(string name, string? content)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["empty"]);
        if (content is not null)
            File.WriteAllText(folder[name], content);

        var (rows, report) = Read(folder[name]);

        Assert.Empty(rows);
        Snapshot.Match(report.ToString().Replace(folder[""], "", StringComparison.Ordinal), name);
    }

    [Theory]
    [InlineData("damaged.csv.gz", "no gzip")]
    [InlineData("damaged.parquet", "PAR1 but no more")]
    [InlineData("empty.parquet", "")]
    public void A_damaged_file_is_a_fault_and_not_a_crash(string name, string content)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder[name], content);

        var (rows, report) = Read(folder[name]);

        Assert.Empty(rows);
        Assert.Contains(name + ": the file cannot be read on from here (", Assert.Single(report.Faults).ToString());
    }

    [Fact]
    public void A_cut_off_gz_file_gives_what_is_there_and_a_fault()
    {
        using TemporaryFolder folder = new();
        Write(folder["house.csv.gz"], Rows(5000));
        byte[] whole = File.ReadAllBytes(folder["house.csv.gz"]);
        File.WriteAllBytes(folder["house.csv.gz"], whole[..(whole.Length / 2)]);

        var (rows, report) = Read(folder["house.csv.gz"]);

        Assert.InRange(rows.Length, 1, 4999);
        Assert.True(report.IsBad);
    }

    [Fact]
    public void Row_groups_of_Parquet_follow_each_other()
    {
        using TemporaryFolder folder = new();
        Write(folder["house.parquet"], Rows(120_000));

        var (rows, report) = Read(folder["house.parquet"]);

        Assert.False(report.IsBad, report.ToString());
        Assert.Equal(120_000, report.Blocks);
        Assert.Equal((0, 119_999), (rows[0].State.PvPowerW, rows[^1].State.BatteryPowerW));
    }

    static IEnumerable<ReplayRow> Rows(int count) =>
        Enumerable.Range(0, count).Select(i => new Block(Noon + i)).Select(block => new ReplayRow(
            new EnergyState { Block = block, Time = block.WindowStart, PvPowerW = 0, HouseLoadW = 300, GridPowerW = 1, BatterySocPct = 50, BatteryPowerW = block.Id - Noon },
            "miner",
            LoadReadings.None,
            null));

    static void Write(string path, IEnumerable<ReplayRow> rows)
    {
        using ITableWriter<ReplayRow> writer = RecordingOutput.Open(path);
        foreach (ReplayRow row in rows)
            writer.Write(row);
        writer.Complete();
    }

    static string Text(ReplayRow[] rows)
    {
        using TemporaryFolder folder = new();
        Write(folder["text.csv"], rows);
        return File.ReadAllText(folder["text.csv"]);
    }
}
