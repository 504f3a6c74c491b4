using System.Globalization;
using BitGrid.Build.Testing;

namespace BitGrid.Build.Tests;

public sealed class TestEnvironmentTests
{
    [Fact]
    public void The_tests_really_run_under_the_culture_that_the_environment_names()
    {
        var asked = Environment.GetEnvironmentVariable("LC_ALL") ?? "";
        if (OperatingSystem.IsLinux() && asked.Contains('_', StringComparison.Ordinal))
            Assert.Equal(asked.Split('.')[0].Replace('_', '-'), CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public void The_tests_really_run_in_the_time_zone_that_the_environment_names()
    {
        var asked = Environment.GetEnvironmentVariable("TZ");
        if (OperatingSystem.IsLinux() && !string.IsNullOrEmpty(asked))
            Assert.Equal(asked, TimeZoneInfo.Local.Id);
    }

    [Fact]
    public void The_other_cultures_write_numbers_and_letters_differently()
    {
        var cultures = TestEnvironment.Others.Select(other => CultureInfo.GetCultureInfo(other.Culture!)).ToArray();

        Assert.All(cultures, culture => Assert.Equal("1,5", 1.5.ToString(culture)));
        Assert.Contains(cultures, culture => culture.TextInfo.ToUpper('i') == 'İ');
    }
}
