using BitGrid.Host.Tests.Mqtt;

namespace BitGrid.Page.Tests.Support;

/// <summary>A fact about the page beside a real broker; skipped, with the reason, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserAndBrokerFactAttribute : FactAttribute
{
    public BrowserAndBrokerFactAttribute() => Skip = Browser.Missing ?? new MosquittoFactAttribute().Skip;
}
