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
        var weather = Weather.Simulate(seed, midnight, blocks + Forecast.Lookahead);
        var loadW = HouseLoad.Simulate(seed, midnight, blocks);
        var priceCtKwh = Prices.Simulate(seed, weather);
        var faults = new Faults(seed, weather.AsSpan(0, blocks));
        var forecast = new Forecast(seed, weather);
        var devices = new Devices(seed);

        for (int i = 0; i < blocks; i++)
            yield return faults.Apply(devices.Step(weather[i], loadW[i], priceCtKwh[i], forecast.Next(i), faults));
    }
}
