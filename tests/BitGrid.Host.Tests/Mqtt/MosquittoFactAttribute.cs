namespace BitGrid.Host.Tests.Mqtt;

/// <summary>A fact about a real broker of another make; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MosquittoFactAttribute : FactAttribute
{
    public MosquittoFactAttribute() => Skip = Mosquitto.IsInstalled ? null : "needs a real broker: apt-get install mosquitto mosquitto-clients";
}
