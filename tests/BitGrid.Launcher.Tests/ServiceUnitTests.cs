using System.Globalization;
using System.Text.RegularExpressions;
using BitGrid.Launcher.Tests.Machines;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests;

/// <summary>The unit of the service, as systemd's own tool sees it. On a machine without it these are skipped.</summary>
public sealed partial class ServiceUnitTests : IDisposable
{
    const string LeastSafe = "2.0";

    static readonly string Unit = RepositoryRoot.PathTo("setup/systemd/bitgrid.service");

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-unit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // It exits with 0 for a key it does not know: any word of it is a fault.
    [SystemdFact]
    public void Systemd_has_nothing_to_say_about_it() => Assert.Equal("", Verify(File.ReadAllText(Unit)));

    [SystemdFact]
    public void A_slip_of_the_pen_would_be_noticed() =>
        Assert.Contains("Unknown key 'ProtectClok'", Verify(File.ReadAllText(Unit).Replace("ProtectClock=", "ProtectClok=", StringComparison.Ordinal)), StringComparison.Ordinal);

    [SystemdFact]
    public void It_may_do_little()
    {
        string rating = Command.Run("systemd-analyze", "security", "--offline=true", "--no-pager", Unit);
        double exposure = double.Parse(Exposure().Match(rating).Groups["level"].Value, CultureInfo.InvariantCulture);
        Assert.True(exposure <= double.Parse(LeastSafe, CultureInfo.InvariantCulture), rating);
    }

    // The launcher is not installed on the machine of the tests.
    string Verify(string unit)
    {
        string file = Path.Combine(_folder, "bitgrid.service");
        File.WriteAllText(file, unit.Replace("/opt/bitgrid/bitgrid-launcher", "/bin/true", StringComparison.Ordinal));
        return Command.Try("systemd-analyze", ["verify", "--man=no", file]).Output;
    }

    [GeneratedRegex(@"exposure level for bitgrid\.service: (?<level>\d+\.\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exposure();
}
