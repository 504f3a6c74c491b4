using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse;

/// <summary>The whole house: weather, load and prices first, then the devices block by block, then the faults.</summary>
internal static class House
{
    /// <summary>Simulates a period.</summary>
    /// <param name="seed">Decides every chance: the same seed gives the same rows.</param>
    /// <param name="start">First day; its first block begins at midnight UTC.</param>
    /// <param name="days">Number of days, 1 or more.</param>
    public static IEnumerable<Row> Simulate(ulong seed, DateOnly start, int days)
    {
        int blocks = days * 144;
        var midnight = new DateTimeOffset(start, TimeOnly.MinValue, TimeSpan.Zero);
        var types = DayWeather.DrawDays(seed, ((blocks + Forecast.Lookahead) / 144) + 2);
        var weather = Weather.Simulate(seed, Plant.Sample, midnight, blocks + Forecast.Lookahead, types);
        double[] loadW = [.. HouseLoad.Simulate(seed, midnight, blocks).Chunk(10).Select(block => block.Average())];
        var priceCtKwh = Prices.Simulate(seed, Plant.Sample, weather);
        var faults = new Faults(seed, weather.AsSpan(0, blocks));
        var forecast = new Forecast(seed, weather, Plant.Sample.InverterLimitW);
        var devices = new Devices(seed);

        for (int i = 0; i < blocks; i++)
            yield return faults.Apply(devices.Step(weather[i], loadW[i], priceCtKwh[i], forecast.Next(i), faults));
    }
}
