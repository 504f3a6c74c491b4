using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Configuration;

public sealed class BrokenConfigTests
{
    [Fact]
    public void Six_faults_in_four_files_are_six_messages()
    {
        using ConfigSandbox config = Broken();
        Snapshot.Match(config.Report());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    public void The_report_is_the_same_in_every_culture(string culture)
    {
        using ConfigSandbox config = Broken();
        string expected = In("", config);
        Assert.Equal(expected, In(culture, config));
    }

    static string In(string culture, ConfigSandbox config)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new(culture);
        try
        {
            return config.Report();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    static ConfigSandbox Broken() => new ConfigSandbox()
        .Edit("bitgrid_rules.yaml", "surplus_min_kw:", "surplus_min_kv:")
        .Edit("bitgrid_rules.yaml", "soc_resume_pct: 45", "soc_resume_pct: 450")
        .Edit("bitgrid_rules.yaml", "t_resume_c: 75", "t_resume_c: 88.5")
        .Edit("config.yaml", "Europe/Berlin", "Europe/Berln")
        .Edit("flags.yaml", "r4_enabled: true", "r4_enabled: yes")
        .Edit("policies.yaml", "policy: hodl-first", "policy: hold-first");
}
