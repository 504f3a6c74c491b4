namespace BitGrid.TestKit.Devices;

/// <summary>A request as it came over the socket.</summary>
sealed record FakeHttpRequest(string Method, string Path, string Authorization, string Body);
