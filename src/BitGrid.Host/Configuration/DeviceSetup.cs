using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration;

/// <summary>A configured device, not yet created.</summary>
/// <param name="Id">Its name, unique within the house.</param>
/// <param name="Offer">Its driver.</param>
/// <param name="Options">Its checked options.</param>
internal sealed record DeviceSetup(string Id, DeviceOffer Offer, object Options);
