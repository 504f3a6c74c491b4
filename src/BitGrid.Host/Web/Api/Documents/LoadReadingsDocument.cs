namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What a load measures of itself; null: not known.</summary>
/// <param name="PowerW">Electrical power, W, mean over the running block.</param>
/// <param name="TempC">Hottest temperature, °C.</param>
/// <param name="HashrateThs">Hash rate, TH/s.</param>
/// <param name="HeartbeatAgeS">Seconds since the last proof of work.</param>
internal sealed record LoadReadingsDocument(double? PowerW, double? TempC, double? HashrateThs, double? HeartbeatAgeS);
