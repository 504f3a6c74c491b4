namespace BitGrid.Host.Tests.Mqtt;

/// <summary>Waits for something that will happen soon, but nobody knows when.</summary>
static class Wait
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    public static async Task UntilAsync(Func<bool> happened, string what)
    {
        DateTimeOffset last = TimeProvider.System.GetUtcNow() + Patience;
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < last, $"Not within {Patience.TotalSeconds} s: {what}.");
            await Task.Delay(Between);
        }
    }
}
