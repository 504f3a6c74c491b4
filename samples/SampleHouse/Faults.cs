using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse;

/// <summary>What went wrong in the month, as it does in every real one. A reading that is missing stays empty.</summary>
internal sealed class Faults
{
    private const int FanBlocks = 6;
    private readonly DateTimeOffset _fanStart;
    private readonly DateTimeOffset _tempStart;
    private readonly DateTimeOffset _forecastStart;
    private readonly DateTimeOffset _priceStart;

    /// <summary>Fixes when each fault happens. The fan gives up in the afternoon of the warmest day.</summary>
    /// <param name="seed">Seed of the month.</param>
    /// <param name="month">The weather of the month, without what lies beyond its end.</param>
    public Faults(ulong seed, ReadOnlySpan<Weather> month)
    {
        var chance = new Chance(seed, "faults");
        var first = DateOnly.FromDateTime(month[0].WindowStart.UtcDateTime);
        int days = month.Length / 144;
        _fanStart = CentralEuropeanTime.At(WarmestDay(month), 14);
        _tempStart = CentralEuropeanTime.At(RandomDay(), 11.5);
        _forecastStart = CentralEuropeanTime.At(RandomDay(), 6);
        _priceStart = CentralEuropeanTime.At(RandomDay(), 13);

        DateOnly RandomDay() => first.AddDays((int)chance.Between(0, days));
    }

    /// <summary>True while a fan of the miner stands still: one hour.</summary>
    public bool FanFailed(DateTimeOffset windowStart) => Within(windowStart, _fanStart, FanBlocks);

    /// <summary>The row as it was recorded: two blocks without chip temperature, half a day without forecast, an hour without price.</summary>
    public Row Apply(Row row) => row with
    {
        MinerTempC = Within(row.WindowStart, _tempStart, 2) ? null : row.MinerTempC,
        ForecastSurplusW = Within(row.WindowStart, _forecastStart, 72) ? [] : row.ForecastSurplusW,
        ForecastConfidence = Within(row.WindowStart, _forecastStart, 72) ? null : row.ForecastConfidence,
        PriceCtKwh = Within(row.WindowStart, _priceStart, 6) ? null : row.PriceCtKwh,
    };

    private static bool Within(DateTimeOffset time, DateTimeOffset start, int blocks) =>
        time >= start && time < start.AddMinutes(10 * blocks);

    private static DateOnly WarmestDay(ReadOnlySpan<Weather> month)
    {
        var warmest = month[0];
        foreach (var block in month)
            warmest = block.AirC > warmest.AirC ? block : warmest;
        return DateOnly.FromDateTime(CentralEuropeanTime.From(warmest.WindowStart).DateTime);
    }
}
