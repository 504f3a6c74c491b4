using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.HomeAssistant;

/// <summary>Topics between BitGrid and Home Assistant, beside those that BitGrid publishes anyway.</summary>
internal static class HomeTopics
{
    /// <summary>Where Home Assistant says that it has started.</summary>
    public static string Status(HomeAssistantSettings settings) => $"{settings.DiscoveryPrefix}/status";

    /// <summary>Where BitGrid describes itself as a device.</summary>
    public static string Config(MqttSettings settings) => $"{settings.HomeAssistant.DiscoveryPrefix}/device/{DeviceId(settings)}/config";

    /// <summary>Name of the device: each BitGrid at a broker has its own.</summary>
    public static string DeviceId(MqttSettings settings) => settings.ClientId;

    /// <summary>What the next block will bring.</summary>
    public static string Preview(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/preview";

    /// <summary>Key figures of the day, and how many problems there are.</summary>
    public static string Summary(string baseTopic) => $"{baseTopic}/summary";

    /// <summary>Where the switch of a load sends <c>ON</c>, <c>OFF</c> and <c>AUTO</c>.</summary>
    public static string SwitchSet(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/switch/set";

    /// <summary>For how many blocks the next wish holds.</summary>
    public static string Blocks(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/override/blocks";

    /// <summary>Where that number is set.</summary>
    public static string BlocksSet(string baseTopic, string loadId) => Blocks(baseTopic, loadId) + "/set";
}
