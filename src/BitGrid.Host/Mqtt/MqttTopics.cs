namespace BitGrid.Host.Mqtt;

/// <summary>The topics of BitGrid, all below <c>mqtt.base_topic</c>.</summary>
internal static class MqttTopics
{
    /// <summary>Content of the status while there is a connection.</summary>
    public const string Online = "online";

    /// <summary>Content of the status when there is none, set by the broker if need be.</summary>
    public const string Offline = "offline";

    public static string Status(string baseTopic) => $"{baseTopic}/status";

    public static string State(string baseTopic) => $"{baseTopic}/state";

    public static string Health(string baseTopic) => $"{baseTopic}/health";

    public static string Events(string baseTopic) => $"{baseTopic}/events";

    public static string Decision(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/decision";

    public static string Override(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/override";

    public static string OverrideSet(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/override/set";

    /// <summary>The load that a topic made by <see cref="OverrideSet"/> names.</summary>
    public static string LoadOfOverrideSet(string baseTopic, string topic) => topic[(baseTopic.Length + 1)..^"/override/set".Length];

    public static string OverrideResult(string baseTopic, string loadId) => $"{baseTopic}/{loadId}/override/result";
}
