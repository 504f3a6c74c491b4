using BitGrid.Testing;
using BitGrid.TestKit;

namespace BitGrid.Devices.Tests.Testing;

public sealed class AcmePlugTests
{
    [Fact]
    public async Task The_plug_is_told_and_its_answer_is_reported()
    {
        LocalBus bus = new();
        RecordingTelemetry telemetry = new();
        AcmePlug plug = new(new() { Load = "miner" }, Some.Device(TimeProvider.System, bus, telemetry));
        _ = plug.RunAsync(CancellationToken.None);

        await plug.SwitchAsync(Some.Command(level: 1), CancellationToken.None);
        Assert.Equal("ON", bus.Last("acme/set"));

        bus.Say("acme/state", "ON");
        await telemetry.UntilAsync(seen => seen.LoadReports.Contains(new("miner", Running: true)), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_readme_quotes_this_test()
    {
        string source = Read("tests/BitGrid.Devices.Tests/Testing/AcmePlugTests.cs").Replace("\n    ", "\n", StringComparison.Ordinal);
        int from = source.IndexOf("[Fact]", StringComparison.Ordinal);
        string quoted = source[from..source.IndexOf("\n}\n", from, StringComparison.Ordinal)] + "\n}\n";

        Assert.Contains($"```csharp\n{quoted}```", Read("src/BitGrid.Testing/README.md"), StringComparison.Ordinal);
    }

    static string Read(string path) => File.ReadAllText(RepositoryRoot.PathTo(path)).ReplaceLineEndings("\n");
}
