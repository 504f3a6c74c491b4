using BitGrid.Host.Configuration;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Configuration;

public sealed class ShippedConfigTests
{
    [Fact]
    public void The_shipped_configuration_has_no_fault()
    {
        using ConfigSandbox config = new();
        Assert.Equal("", config.Report());
    }

    [Fact]
    public void The_shipped_configuration_enables_all_rules_and_mines()
    {
        using ConfigSandbox config = new();
        SiteConfiguration loaded = config.Load().Configuration!;

        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], loaded.Rules.Select(rule => rule.Id));
        Assert.Equal("hodl-first", loaded.Policy.Id);
        Assert.Equal("Europe/Berlin", loaded.Site.TimeZone.Id);
        Assert.Equal<double>([800, 1300, 1650], loaded.Site.Loads.Single().LevelsW);
        Assert.Equal(AutonomyLevel.Full, loaded.Autonomy);
        Assert.Equal(3, loaded.MaxOverrideBlocks);
    }

    [Fact]
    public void Every_setting_in_force_tells_where_it_comes_from()
    {
        using ConfigSandbox config = new();
        Snapshot.Match(string.Concat(config.Load().Configuration!.Settings.Select(setting =>
            $"{setting.Key} = {setting.Value} {setting.Unit}".TrimEnd() + $"  ({setting.Source})\n")));
    }
}
