using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation.Series;

/// <summary>Joins files of series by time and brings them onto blocks.</summary>
/// <param name="wishes">How they are to be read.</param>
/// <param name="report">Gets what is noticed.</param>
internal sealed class SeriesReader(SeriesWishes wishes, SeriesReport report)
{
    readonly List<SeriesTable> _tables = [];
    Block _first;
    int _count;

    /// <summary>Reads files. What is missing, and what was done about it, is in the report.</summary>
    /// <returns>The series; <see langword="null"/> when there is a fault.</returns>
    public HouseSeries? Read(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            SeriesTable? table = RecordedSeries.Is(file)
                ? RecordedSeries.Read(file, wishes.Site, report)
                : new SeriesFile(file, wishes.Site.TimeZone, report).Read();
            if (table is not null)
                _tables.Add(table);
        }

        return !report.IsBad && FindPeriod() ? Join() : null;
    }

    // The house lives as long as both PV and load are told; what lies beyond in a series of prices is not its business.
    bool FindPeriod()
    {
        SeriesTable[] ofPv = Telling(SeriesValue.Pv);
        SeriesTable[] ofLoad = Telling(SeriesValue.HouseLoad);
        if (ofPv.Length == 0 || ofLoad.Length == 0)
            return Refuse(
                ofPv.Length == 0 ? "no file has PV power (pv_power_w or pv_w)" : "no file has the load of the house (house_load_w or load_w)",
                "both in one file or in two", "give the other file with another --data");
        Block first = Max(First(ofPv), First(ofLoad));
        Block end = Min(End(ofPv), End(ofLoad));
        (_first, end) = (wishes.Period.From is { } from ? Max(from, first) : first, wishes.Period.Until is { } until ? Min(until, end) : end);
        _count = (int)(end.Id - _first.Id);
        return _count > 0 || Refuse(
            $"PV ({Span(ofPv)}) and load ({Span(ofLoad)}) share no block in the wanted period", "series of the same time", "check the years of the files, --from and --to");
    }

    HouseSeries Join()
    {
        Note($"{_count} blocks, {_first.WindowStart:yyyy-MM-ddTHH:mm:ssZ} to {_first.Plus(_count).WindowStart:yyyy-MM-ddTHH:mm:ssZ}");
        double[] pvW = Power(SeriesValue.Pv, "PV");
        double[] houseLoadW = Power(SeriesValue.HouseLoad, "house load");
        double[] priceCtKwh = Price();
        ImmutableArray<ImmutableArray<double>> forecasts = Forecasts(pvW, houseLoadW, out double[] confidence);
        return new()
        {
            FirstBlockId = _first.Id,
            PvW = [.. pvW],
            HouseLoadW = [.. houseLoadW],
            PriceCtKwh = [.. priceCtKwh],
            ImportCtKwh = [.. ImportCtKwh(priceCtKwh)],
            FeedInCtKwh = [.. Held(SeriesValue.FeedIn, "feed-in tariff", wishes.Site.FeedInCtKwh ?? 0, "ct/kWh")],
            HashpriceSatsThsDay = [.. Held(SeriesValue.Hashprice, "hashprice", wishes.Settings.HashpriceSatsThsDay, "sats/(TH/s·day)")],
            BtcPriceEur = [.. Held(SeriesValue.BtcPrice, "bitcoin price", wishes.Settings.BtcPriceEur, "EUR")],
            ForecastSurplusW = forecasts,
            ForecastConfidence = [.. confidence],
        };
    }

    double[] Power(SeriesValue value, string name)
    {
        double[] powerW = [.. Means(value).Select(valueW => Math.Max(0, valueW))]; // NaN stays NaN
        int nights = value is SeriesValue.Pv or SeriesValue.PvForecast ? NightGaps.Fill(powerW) : 0;
        if (nights > 0)
            Note($"{name}: {nights} blocks without a value are nights and read as 0");
        NoteGaps(name, powerW);
        return powerW;
    }

    double[] Price()
    {
        double[] priceCtKwh = Means(SeriesValue.Price);
        if (Telling(SeriesValue.Price).Length == 0)
        {
            Note(wishes.Settings.PriceCtKwh is { } fixedCtKwh
                ? $"price: none; imported energy is reckoned with {fixedCtKwh} ct/kWh"
                : (FormattableString)$"price: none; no money is reckoned (simulation.price_ct_kwh sets a tariff to reckon with), and a rule with a price limit starts nothing");
            return priceCtKwh;
        }

        NoteGaps("price", priceCtKwh);
        if (!wishes.IsExchangePrice)
            return priceCtKwh;
        (double feesCtKwh, double vatPct) = (wishes.Settings.ExchangeFeesCtKwh, wishes.Settings.ExchangeVatPct);
        Note($"price: taken as an exchange price; {feesCtKwh} ct/kWh of fees and {vatPct} % tax are added");
        return [.. priceCtKwh.Select(ctKwh => (ctKwh + feesCtKwh) * (1 + (vatPct / 100)))];
    }

    double[] ImportCtKwh(double[] priceCtKwh) =>
        Telling(SeriesValue.Price).Length == 0 && wishes.Settings.PriceCtKwh is { } fixedCtKwh ? [.. priceCtKwh.Select(_ => fixedCtKwh)] : priceCtKwh;

    // What is announced holds until something else is.
    double[] Held(SeriesValue value, string name, double fallback, string unit)
    {
        double[] held = Means(value);
        if (Telling(value).Length == 0)
            Note($"{name}: none; {fallback} {unit} are taken throughout");
        double last = fallback;
        for (int block = 0; block < _count; block++)
            held[block] = last = double.IsNaN(held[block]) ? last : held[block];
        return held;
    }

    ImmutableArray<ImmutableArray<double>> Forecasts(double[] pvW, double[] houseLoadW, out double[] confidence)
    {
        confidence = Means(SeriesValue.ForecastConfidence);
        if (_tables.Find(table => table.Forecasts.Count > 0) is { } lists)
            return Listed(lists);
        if (Telling(SeriesValue.SurplusForecast).Length > 0)
            return SurplusForecasts.Ahead(Means(SeriesValue.SurplusForecast));
        if (Telling(SeriesValue.PvForecast).Length == 0)
        {
            Note($"forecast: none");
            return [.. Enumerable.Repeat(ImmutableArray<double>.Empty, _count)];
        }

        double[] pvForecastW = Power(SeriesValue.PvForecast, "PV forecast");
        if (Telling(SeriesValue.ForecastConfidence).Length == 0)
            confidence = SurplusForecasts.Confidence(pvForecastW, pvW);
        return SurplusForecasts.Ahead(SurplusForecasts.SurplusW(pvForecastW, houseLoadW));
    }

    ImmutableArray<ImmutableArray<double>> Listed(SeriesTable table)
    {
        var lists = new ImmutableArray<double>[_count];
        Array.Fill(lists, []);
        foreach ((int row, double[] surplusW) in table.Forecasts)
        {
            long block = Block.At(DateTimeOffset.FromUnixTimeSeconds(table.Starts[row])).Id - _first.Id;
            if (block >= 0 && block < _count)
                lists[block] = [.. surplusW];
        }

        return [.. lists];
    }

    // Where two files tell of the same block, the one that was named first is believed.
    double[] Means(SeriesValue value)
    {
        double[] means = new double[_count];
        Array.Fill(means, double.NaN);
        foreach (SeriesTable table in Telling(value))
        {
            BlockMeans onBlocks = new(_first, _count);
            for (int row = 0; row < table.Starts.Count; row++)
                onBlocks.Add(table.Starts[row], table.StepS, table.Values[value][row]);
            means = [.. means.Zip(onBlocks.Means(), (before, now) => double.IsNaN(before) ? now : before)];
        }

        return means;
    }

    void NoteGaps(string name, double[] values)
    {
        (int missing, int longest, int longestEnd, int run) = (0, 0, 0, 0);
        for (int block = 0; block < values.Length; block++)
        {
            run = double.IsNaN(values[block]) ? run + 1 : 0;
            missing += run > 0 ? 1 : 0;
            if (run > longest)
                (longest, longestEnd) = (run, block);
        }

        double share = 100.0 * missing / values.Length;
        DateTimeOffset start = _first.Plus(longestEnd - longest + 1).WindowStart;
        if (missing > 0)
            Note($"{name}: missing in {missing} blocks ({share:0.0} %), the longest gap {longest * Block.Hours:0.0} h from {start:yyyy-MM-ddTHH:mm:ssZ}");
    }

    SeriesTable[] Telling(SeriesValue value) => [.. _tables.Where(table => table.Values.ContainsKey(value))];

    static Block First(SeriesTable[] tables) => Block.At(DateTimeOffset.FromUnixTimeSeconds(tables.Min(table => table.Starts[0])));

    static Block End(SeriesTable[] tables) => Block.At(DateTimeOffset.FromUnixTimeSeconds(tables.Max(table => table.Starts[^1] + table.StepS)));

    static string Span(SeriesTable[] tables) =>
        FormattableString.Invariant($"{First(tables).WindowStart:yyyy-MM-dd HH:mm} to {End(tables).WindowStart:yyyy-MM-dd HH:mm}");

    static Block Max(Block one, Block other) => one > other ? one : other;

    static Block Min(Block one, Block other) => one < other ? one : other;

    void Note(FormattableString note) => report.Note(note.ToString(CultureInfo.InvariantCulture));

    bool Refuse(string problem, string allowed, string repair)
    {
        report.Add(new(new("--data"), problem, allowed, repair));
        return false;
    }
}
