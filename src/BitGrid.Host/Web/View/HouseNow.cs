using System.Collections.Immutable;
using BitGrid.Host.Live.Signals;
using BitGrid.Host.Mqtt;

namespace BitGrid.Host.Web.View;

/// <summary>The house at one moment.</summary>
/// <param name="Time">The moment on the house's clock, UTC.</param>
/// <param name="Block">The newest block that was decided about.</param>
/// <param name="IsStarted">False until the first decision after the start.</param>
/// <param name="State">The readings of the site.</param>
/// <param name="Loads">The loads in order of priority.</param>
/// <param name="Signals">Every reading that has come once, with its age.</param>
/// <param name="Broker">The connection to the MQTT broker; <see langword="null"/> before there is any.</param>
internal sealed record HouseNow(
    DateTimeOffset Time,
    Block Block,
    bool IsStarted,
    EnergyState State,
    ImmutableArray<LoadNow> Loads,
    IReadOnlyList<SignalGlance> Signals,
    BusStatus? Broker)
{
    /// <summary>A load by its name; <see langword="null"/> when there is none.</summary>
    public LoadNow? Load(string id) => Loads.FirstOrDefault(load => load.Profile.Id == id);
}
