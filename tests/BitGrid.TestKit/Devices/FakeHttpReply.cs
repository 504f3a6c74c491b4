namespace BitGrid.TestKit.Devices;

/// <summary>What is sent back.</summary>
sealed record FakeHttpReply(int Status, string Body, string? Header = null)
{
    public static FakeHttpReply Ok(string json) => new(200, json);
}
