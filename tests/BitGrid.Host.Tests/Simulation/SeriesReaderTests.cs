using System.Globalization;
using System.IO.Compression;
using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Simulation.Series;
using BitGrid.Simulation.Houses;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>Series of any resolution, joined by time onto blocks; what is missing stays missing and is told.</summary>
public sealed class SeriesReaderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-series-").FullName;
    readonly SeriesReport _report = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Quarter_hours_are_weighted_onto_blocks_by_the_time_they_cover()
    {
        HouseSeries series = Read(new SeriesWishes(Site("UTC"), new(), default, IsExchangePrice: false), "utc_start,pv_w,load_w\n2025-06-01T10:00:00Z,900,300\n2025-06-01T10:15:00Z,1500,600\n")!;
        Assert.Equal([900, 1_200, 1_500], series.PvW.ToArray());
        Assert.Equal([300, 450, 600], series.HouseLoadW.ToArray());
    }

    [Fact]
    public void Minutes_are_averaged_and_a_block_of_which_less_than_half_is_known_is_missing()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(minute =>
            $"2025-06-01T10:{minute:00}:00Z,{(minute is >= 14 and < 20 || minute is >= 25 ? "" : minute)},200\n"));
        HouseSeries series = Read("utc_start,pv_w,load_w\n" + rows)!;
        Assert.Equal(4.5, series.PvW[0]);
        Assert.Equal(double.NaN, series.PvW[1]); // four of ten minutes
        Assert.Equal(22, series.PvW[2]);         // five of ten
    }

    [Fact]
    public void Hourly_prices_join_half_hours_by_time_and_the_house_says_how_long_it_lives()
    {
        HouseSeries series = Read(
            "utc_start,pv_w,load_w\n2025-06-01T10:30:00Z,1,1\n2025-06-01T11:00:00Z,1,1\n",
            "utc_start,price_eur_mwh\n2025-06-01T09:00:00Z,90\n2025-06-01T10:00:00Z,100\n2025-06-01T11:00:00Z,-20\n2025-06-01T12:00:00Z,50\n")!;
        Assert.Equal(Block.At(new(2025, 6, 1, 10, 30, 0, TimeSpan.Zero)).Id, series.FirstBlockId);
        Assert.Equal([10, 10, 10, -2, -2, -2], series.PriceCtKwh.ToArray());
    }

    [Fact]
    public void Fees_and_tax_are_added_to_an_exchange_price_when_asked_for_and_only_then()
    {
        const string file = "window_start,pv_power_w,house_load_w,price_ct_kwh\n2025-06-01T10:00:00Z,1,1,10\n";
        SeriesWishes wishes = new(Site("UTC"), new() { ExchangeFeesCtKwh = 5, ExchangeVatPct = 20 }, default, IsExchangePrice: true);
        Assert.Equal(18, Assert.Single(Read(wishes, file)!.PriceCtKwh), 9);
        Assert.Equal(10, Assert.Single(Read(wishes with { IsExchangePrice = false }, file)!.PriceCtKwh));
        Assert.Contains("price: taken as an exchange price; 5 ct/kWh of fees and 20 % tax are added", _report.Notes);
    }

    [Fact]
    public void A_wall_clock_in_autumn_gives_its_double_hour_to_summer_time_first_and_one_in_spring_skips_an_hour()
    {
        HouseSeries autumn = Read(Local(), "local_start,pv_w,load_w\n2025-10-26T01:30:00,1,1\n2025-10-26T02:00:00,2,1\n2025-10-26T02:30:00,3,1\n2025-10-26T02:00:00,4,1\n2025-10-26T02:30:00,5,1\n2025-10-26T03:00:00,6,1\n")!;
        Assert.Equal(Block.At(new(2025, 10, 25, 23, 30, 0, TimeSpan.Zero)).Id, autumn.FirstBlockId);
        Assert.Equal([1, 2, 3, 4, 5, 6], autumn.PvW.Where((_, block) => block % 3 == 0));

        HouseSeries spring = Read(Local(), "local_start,pv_w,load_w\n2025-03-30T01:30:00,1,1\n2025-03-30T02:00:00,9,1\n2025-03-30T02:30:00,9,1\n2025-03-30T03:00:00,2,1\n")!;
        Assert.Equal([1, 1, 1, 2, 2, 2], spring.PvW.ToArray());
        Assert.Contains(_report.Notes, note => note.Contains("2 rows stand in an hour that the clock skips", StringComparison.Ordinal));

        static SeriesWishes Local() => new(Site("Europe/Berlin"), new(), default, IsExchangePrice: false);
    }

    [Fact]
    public void An_empty_value_at_night_is_zero_and_one_by_day_stays_missing()
    {
        HouseSeries series = Read("utc_start,pv_w,load_w\n" + Days(20, missing: (10, 11)))!;
        Assert.All(Enumerable.Range(0, 20), day => Assert.Equal(0, series.PvW[(day * Block.PerDay) + 6]));
        Assert.Equal(Enumerable.Range((10 * Block.PerDay) + 66, 6), Enumerable.Range(0, series.Count).Where(block => double.IsNaN(series.PvW[block])));
        Assert.Contains(_report.Notes, note => note.StartsWith("PV: missing in 6 blocks", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_plant_that_was_never_seen_at_work_no_night_is_known()
    {
        HouseSeries series = Read("utc_start,pv_w,load_w\n2025-06-01T00:00:00Z,,1\n2025-06-01T01:00:00Z,0,1\n")!;
        Assert.Equal(6, series.PvW.Count(double.IsNaN));
    }

    [Fact]
    public void A_forecast_of_pv_becomes_one_of_surplus_by_the_usual_load_of_the_days_before()
    {
        string rows = string.Concat(Enumerable.Range(0, 48).Select(hour =>
            string.Create(CultureInfo.InvariantCulture, $"2025-06-{1 + (hour / 24):00}T{hour % 24:00}:00:00Z,1000,{(hour < 24 ? 300 : 9_000)},1400\n")));
        HouseSeries series = Read("utc_start,pv_w,load_w,pv_forecast_w\n" + rows)!;
        Assert.Empty(series.ForecastSurplusW[Block.PerDay - 2 - 24]); // nothing is usual on the first day
        Assert.Equal(Enumerable.Repeat(1_100.0, 24), series.ForecastSurplusW[Block.PerDay]);
        Assert.Equal(0.6, series.ForecastConfidence[Block.PerDay], 9); // 400 W off of 1,000 W
        Assert.Equal(double.NaN, series.ForecastConfidence[0]);
    }

    [Fact]
    public void A_recording_of_bitgrid_is_a_series_with_its_own_forecasts()
    {
        HouseSeries series = new SeriesReader(new(Site("UTC"), new(), default, IsExchangePrice: false), _report).Read([RepositoryRoot.PathTo("samples/days/sample-house-june.csv")])!;
        Assert.Equal(30 * Block.PerDay, series.Count);
        Assert.Equal(6, series.ForecastSurplusW[0].Length);
        Assert.Equal(6, series.PriceCtKwh.Count(double.IsNaN)); // the hour without a price
        Assert.DoesNotContain(series.BtcPriceEur, double.IsNaN);
    }

    [Fact]
    public void What_the_house_has_kept_reads_like_its_csv()
    {
        SiteProfile site = SimulatedHouse.Shipped.Configuration.Site;
        string csv = RepositoryRoot.PathTo("samples/days/sample-house-june.csv");
        string parquet = Path.Combine(_folder, "june.parquet");
        using (ITableWriter<ReplayRow> writer = RecordingOutput.Open(parquet))
        {
            foreach (ReplayRow row in new RecordingReader(site, new()).Read(csv))
                writer.Write(row);
            writer.Complete();
        }

        HouseSeries plain = Read(csv);
        HouseSeries kept = Read(parquet);
        Assert.Equal(plain.FirstBlockId, kept.FirstBlockId);
        Assert.Equal(plain.PvW.ToArray(), kept.PvW.ToArray());
        Assert.Equal(plain.PriceCtKwh.ToArray(), kept.PriceCtKwh.ToArray());
        Assert.Equal(plain.BtcPriceEur.ToArray(), kept.BtcPriceEur.ToArray());
        Assert.Equal(plain.ForecastSurplusW.SelectMany(list => list), kept.ForecastSurplusW.SelectMany(list => list));

        HouseSeries Read(string path) => new SeriesReader(new(site, new(), default, IsExchangePrice: false), _report).Read([path])!;
    }

    [Fact]
    public void From_and_to_cut_and_a_packed_file_reads_like_a_plain_one()
    {
        string plain = Write("utc_start,pv_w,load_w\n" + Days(3));
        string packed = plain + ".gz";
        using (FileStream file = File.Create(packed))
        using (GZipStream zip = new(file, CompressionLevel.Optimal))
            zip.Write(File.ReadAllBytes(plain));
        Period second = Period.Between(new(2025, 6, 2, 0, 0, 0, TimeSpan.Zero), new(2025, 6, 3, 0, 0, 0, TimeSpan.Zero));
        HouseSeries series = new SeriesReader(new(Site("UTC"), new(), second, IsExchangePrice: false), _report).Read([packed])!;
        Assert.Equal((Block.At(new(2025, 6, 2, 0, 0, 0, TimeSpan.Zero)).Id, Block.PerDay), (series.FirstBlockId, series.Count));
    }

    [Fact]
    public void Faults_say_where_they_are_what_is_allowed_and_how_to_repair_them()
    {
        Read("");
        Read("time,pv\n1,2\n");
        Read("utc_start;pv_w;load_w\n2025-06-01T10:00:00Z;1;1\n");
        Read("utc_start,pv_w,load_w\n2025-06-01T10:00:00Z,1,5\n2025-06-01T10:30:00Z,1,five\n");
        Read("utc_start,pv_w,load_w\n2025-06-01T10:00:00Z,1\n");
        Read("utc_start,pv_w,pv_w,load_w\n2025-06-01T10:00:00Z,1,1,1\n");
        Read("window_start,pv_w,load_w\nyesterday,1,1\n");
        Read("local_start,pv_w,load_w\n2025-06-01T10:00:00Z,1,1\n");
        Read("utc_start,pv_w,load_w\n2025-06-01T10:30:00Z,1,1\n2025-06-01T10:00:00Z,1,1\n");
        Read("utc_start,pv_w,load_w\n2025-06-01T10:00:00Z,1,1\n2025-06-01T10:00:01Z,1,1\n");
        Read("utc_start,pv_w,load_w\n2025-06-01T10:00:00Z,1,1\n2025-06-01T12:00:00Z,1,1\n");
        new SeriesReader(new(Site("UTC"), new(), default, IsExchangePrice: false), _report).Read([Path.Combine(_folder, "no-such.csv"), Path.Combine(_folder, "no-such.parquet")]);
        Assert.True(_report.IsBad);
        string faults = _report.ToString();

        SeriesReport noLoad = new();
        SeriesReport apart = new();
        SeriesWishes wishes = new(Site("UTC"), new(), default, IsExchangePrice: false);
        new SeriesReader(wishes, noLoad).Read([Write("utc_start,pv_w\n2025-06-01T10:00:00Z,1\n")]);
        new SeriesReader(wishes, apart).Read([Write("utc_start,pv_w\n2024-06-01T10:00:00Z,1\n"), Write("utc_start,load_w\n2025-06-01T10:00:00Z,1\n")]);
        Snapshot.Match($"{faults}\n{noLoad}\n{apart}".Replace(_folder, "<folder>", StringComparison.Ordinal));
    }

    static string Days(int days, (int Day, int Hour)? missing = null) => string.Concat(Enumerable.Range(0, days * 24).Select(hour =>
    {
        bool isDay = hour % 24 is >= 6 and < 18;
        string pvW = isDay && (hour / 24, hour % 24) != missing ? "2000" : "";
        return $"{new DateTime(2025, 6, 1).AddHours(hour):yyyy-MM-dd'T'HH:mm:ss}Z,{pvW},300\n";
    }));

    static SiteProfile Site(string zone) => new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), Loads = [new LoadProfile { Id = "miner", LevelsW = [800] }] };

    HouseSeries? Read(params string[] files) => Read(new SeriesWishes(Site("UTC"), new SimulationSettings(), default, IsExchangePrice: false), files);

    HouseSeries? Read(SeriesWishes wishes, params string[] files) => new SeriesReader(wishes, _report).Read([.. files.Select(Write)]);

    string Write(string text)
    {
        string path = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
