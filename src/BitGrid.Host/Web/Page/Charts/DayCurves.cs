using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BitGrid.Engine.Intake;
using BitGrid.Host.History;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Web.Page.Charts;

/// <summary>A day of one load as lines on a sheet: power above, charge and temperature in the middle, the price below.</summary>
internal sealed class DayCurves
{
    /// <summary>Width of the sheet.</summary>
    public const double Width = 760;

    /// <summary>Height of the sheet.</summary>
    public const double Height = 388;

    const double Left = 46;
    const double Right = 712;

    readonly Period _day;
    readonly IReadOnlyList<PastDecision> _ticks;

    /// <param name="day">The blocks of the day.</param>
    /// <param name="decisions">Its decisions, those of one load, in their order.</param>
    public DayCurves(Period day, IReadOnlyList<PastDecision> decisions)
    {
        (_day, _ticks) = (day, [.. decisions.Where(past => past.IsTick)]);
        double topKw = Math.Max(1, Math.Ceiling((_ticks.Max(past => Greater(past.Number(Pv), past.Number(HouseLoad))) ?? 0) / 1000));
        double lowKw = Math.Min(0, Math.Floor(_ticks.Min(SurplusW) / 1000 ?? 0));
        double topCt = Math.Max(10, Math.Ceiling((_ticks.Max(past => past.Number(Price)) ?? 10) / 10) * 10);
        double lowCt = Math.Min(0, Math.Floor((_ticks.Min(past => past.Number(Price)) ?? 0) / 10) * 10);
        Power = new(20, 190, lowKw, topKw, "kW");
        Charge = new(220, 290, 0, 100, "% · °C");
        Cost = new(320, 360, lowCt, topCt, "ct/kWh");
        Bands = [.. RunningBands()];
        Marks = [.. decisions.Where(past => past.Action is "Start" or "Stop").Select(past => new Mark(X(past.Time), past))];
    }

    static string Pv => ReadingNames.NameOf(Reading.PvPowerW);

    static string HouseLoad => ReadingNames.NameOf(Reading.HouseLoadW);

    static string Price => ReadingNames.NameOf(Reading.PriceCtKwh);

    /// <summary>Scale of the powers.</summary>
    public Scale Power { get; }

    /// <summary>Scale of charge and temperature.</summary>
    public Scale Charge { get; }

    /// <summary>Scale of the price.</summary>
    public Scale Cost { get; }

    /// <summary>Where the load ran: left edge and width.</summary>
    public ImmutableArray<(double X, double Width)> Bands { get; }

    /// <summary>Where it was started or stopped.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>True when there is nothing to draw.</summary>
    public bool IsEmpty => _ticks.Count == 0;

    public string PvArea => Line(Power, past => past.Number(Pv) / 1000, closeAt: Power.Y(0));

    public string House => Line(Power, past => past.Number(HouseLoad) / 1000);

    public string Surplus => Line(Power, past => SurplusW(past) / 1000);

    public string Soc => Line(Charge, past => past.Number(ReadingNames.NameOf(Reading.BatterySocPct)));

    public string Temperature => Line(Charge, past => past.Number(ReadingNames.NameOf(Reading.MinerTempC)));

    public string Prices => Line(Cost, past => past.Number(Price));

    /// <summary>The full hours to write below: every third.</summary>
    public IEnumerable<(double X, string Text)> Hours(TimeZoneInfo zone) =>
        from block in Enumerable.Range(0, (int)(_day.Until!.Value.Id - _day.From!.Value.Id + 1)).Select(i => _day.From.Value.Plus(i))
        let local = TimeZoneInfo.ConvertTime(block.WindowStart, zone)
        where local.Minute == 0 && local.Hour % 3 == 0
        select (X(block.WindowStart), local.ToString("HH", CultureInfo.InvariantCulture));

    static double? Greater(double? a, double? b) => a > b || b is null ? a : b;

    static double? SurplusW(PastDecision past) => past.Number(Pv) - past.Number(HouseLoad);

    double X(DateTimeOffset instant)
    {
        double share = (instant - _day.From!.Value.WindowStart) / (_day.Until!.Value.WindowStart - _day.From.Value.WindowStart);
        return Left + (Right - Left) * share;
    }

    IEnumerable<(double X, double Width)> RunningBands()
    {
        double blockWidth = (Right - Left) / (_day.Until!.Value.Id - _day.From!.Value.Id);
        PastDecision? first = null;
        for (int i = 0; i < _ticks.Count; i++)
        {
            bool isRunning = _ticks[i]["new_running"] is true;
            first ??= isRunning ? _ticks[i] : null;
            bool ends = i + 1 == _ticks.Count || _ticks[i + 1]["new_running"] is not true || _ticks[i + 1].Block != _ticks[i].Block.Plus(1);
            if (first is null || !ends)
                continue;
            yield return (X(first.Block.WindowStart), blockWidth * (_ticks[i].Block.Id - first.Block.Id + 1));
            first = null;
        }
    }

    // What is not known leaves a gap; a line across it would be a guess.
    string Line(Scale scale, Func<PastDecision, double?> value, double? closeAt = null)
    {
        StringBuilder path = new();
        double? begunAt = null;
        double x = 0;
        Block? before = null;
        foreach (PastDecision past in _ticks)
        {
            if (value(past) is not { } known || (before is { } last && past.Block != last.Plus(1)))
                Close();
            before = past.Block;
            if (value(past) is not { } number)
                continue;
            x = X(past.Block.WindowStart);
            path.Append(CultureInfo.InvariantCulture, $"{(begunAt is null ? 'M' : 'L')}{x:0.#} {scale.Y(number):0.#}");
            begunAt ??= x;
        }

        Close();
        return path.ToString();

        void Close()
        {
            if (closeAt is { } bottom && begunAt is { } begin)
                path.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {bottom:0.#}L{begin:0.#} {bottom:0.#}Z");
            begunAt = null;
        }
    }

    /// <summary>A start or stop.</summary>
    /// <param name="X">Where on the sheet.</param>
    /// <param name="Decision">What was decided.</param>
    public sealed record Mark(double X, PastDecision Decision);
}
