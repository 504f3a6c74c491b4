using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>How the house is.</summary>
/// <param name="Status">ok, warning, critical, or dead when decisions have stopped.</param>
/// <param name="IsStarted">False until the first decision after the start.</param>
/// <param name="LatencyS">Seconds from the newest decision to its record.</param>
/// <param name="Mqtt">The connection to the broker; null before there is any.</param>
/// <param name="DiskFreeMb">Free on the disk of the data folder, MB; null when it cannot be known.</param>
/// <param name="Problems">The problems there are now, the gravest first.</param>
internal sealed record HealthDocument(string Status, bool IsStarted, double LatencyS, MqttDocument? Mqtt, long? DiskFreeMb, ImmutableArray<EventDocument> Problems);
