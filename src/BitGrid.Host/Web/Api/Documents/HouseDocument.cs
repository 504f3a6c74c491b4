using System.Collections.Immutable;
using BitGrid.Host.Cli;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The house now.</summary>
/// <param name="Time">This moment on the house's clock.</param>
/// <param name="BlockId">The newest block that was decided about.</param>
/// <param name="WindowStart">Its first instant.</param>
/// <param name="Name">Name of the house.</param>
/// <param name="Version">Version of BitGrid.</param>
/// <param name="ConfigHash">The configuration in force.</param>
/// <param name="Autonomy">How much BitGrid does by itself: full, semi or manual.</param>
/// <param name="IsStarted">False until the first decision after the start.</param>
/// <param name="MqttConnected">True while there is a connection to the broker.</param>
/// <param name="State">The readings of the site.</param>
/// <param name="Loads">The loads in order of priority.</param>
/// <param name="Readings">Every reading that has come once, with its age.</param>
internal sealed record HouseDocument(
    DateTime Time,
    long BlockId,
    DateTime WindowStart,
    string Name,
    string Version,
    string ConfigHash,
    string Autonomy,
    bool IsStarted,
    bool MqttConnected,
    EnergyDocument State,
    ImmutableArray<LoadDocument> Loads,
    ImmutableArray<ReadingDocument> Readings)
{
    public static HouseDocument Of(HouseView view, HouseNow now) => new(
        now.Time.UtcDateTime,
        now.Block.Id,
        now.Block.WindowStart.UtcDateTime,
        view.Configuration.Name,
        ProductVersion.Text,
        view.Configuration.ConfigHash,
        view.Configuration.Autonomy.ToString().ToLowerInvariant(),
        now.IsStarted,
        now.Broker is { IsConnected: true },
        EnergyDocument.Of(now.State),
        [.. now.Loads.Select(load => LoadDocument.Of(load, now.Block, view.Speaker))],
        [.. now.Signals.Select(ReadingDocument.Of)]);
}
