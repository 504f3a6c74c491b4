using BitGrid.Testing;

namespace BitGrid.Samples.QuietHours.Tests;

public sealed class QuietHoursRuleTests
{
    static readonly SiteProfile s_berlin = Some.Site(timeZone: TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Fact]
    public void In_a_winter_night_nothing_starts() =>
        RuleScenario.For(new QuietHoursRule(new()), s_berlin)
            .At(Berlin("2025-12-10 21:50", winter: true))
            .When("ten minutes before the quiet hours").Abstains("QUIET_HOURS_OVER")
            .When("they begin").Holds("QUIET_HOURS_NO_START").Because("local_month 12 >= 11", "local_hour 22 >= 22")
            .At(Berlin("2025-12-11 05:50", winter: true))
            .When("ten minutes before they end").Holds("QUIET_HOURS_NO_START")
            .When("they are over").Abstains("QUIET_HOURS_OVER")
            .Verify();

    [Fact]
    public void A_running_load_is_stopped_when_they_begin() =>
        RuleScenario.For(new QuietHoursRule(new()), s_berlin)
            .At(Berlin("2025-12-10 21:50", winter: true))
            .When("it runs", status: Some.Running()).Abstains("QUIET_HOURS_OVER")
            .When("it still runs", status: Some.Running()).Stops("QUIET_HOURS_STOP")
            .When("it is off", status: Some.Off(blocks: 1)).Holds("QUIET_HOURS_NO_START")
            .Verify();

    [Fact]
    public void The_season_is_told_by_the_local_month() =>
        RuleScenario.For(new QuietHoursRule(new()), s_berlin)
            .At(Berlin("2025-02-28 23:50", winter: true))
            .When("the last minutes of February").Holds("QUIET_HOURS_NO_START")
            .When("the first of March, though it is still February in UTC").Abstains("QUIET_HOURS_OUT_OF_SEASON")
            .At(Berlin("2025-10-31 23:50", winter: true))
            .When("the last minutes of October").Abstains("QUIET_HOURS_OUT_OF_SEASON")
            .When("the first of November").Holds("QUIET_HOURS_NO_START")
            .Verify();

    [Fact]
    public void The_clock_is_that_of_the_house_also_in_summer() =>
        RuleScenario.For(new QuietHoursRule(new() { FromMonth = 6, ToMonth = 8 }), s_berlin)
            .At(Berlin("2025-05-31 22:00", winter: false))
            .When("before the season").Abstains("QUIET_HOURS_OUT_OF_SEASON")
            .At(Berlin("2025-06-01 21:50", winter: false))
            .When("before they begin").Abstains("QUIET_HOURS_OVER")
            .When("they begin, at 20:00 UTC").Holds("QUIET_HOURS_NO_START")
            .At(Berlin("2025-08-31 22:00", winter: false))
            .When("the last day of the season").Holds("QUIET_HOURS_NO_START")
            .At(Berlin("2025-09-01 22:00", winter: false))
            .When("after the season").Abstains("QUIET_HOURS_OUT_OF_SEASON")
            .Verify();

    [Fact]
    public void Hours_within_one_day_begin_and_end_on_that_day() =>
        RuleScenario.For(new QuietHoursRule(new() { FromH = 12.5, ToH = 14 }), s_berlin)
            .At(Berlin("2025-12-10 12:20", winter: true))
            .When("before the nap").Abstains("QUIET_HOURS_OVER")
            .When("half past twelve").Holds("QUIET_HOURS_NO_START")
            .At(Berlin("2025-12-10 13:50", winter: true))
            .When("the end of the nap").Holds("QUIET_HOURS_NO_START")
            .When("two o'clock").Abstains("QUIET_HOURS_OVER")
            .Verify();

    [Fact]
    public void From_and_to_at_the_same_hour_mean_never() =>
        RuleScenario.For(new QuietHoursRule(new() { FromH = 22, ToH = 22 }), s_berlin)
            .At(Berlin("2025-12-10 22:00", winter: true))
            .When("that very hour").Abstains("QUIET_HOURS_OVER")
            .Verify();

    [Fact]
    public void Missing_readings_change_nothing() =>
        RuleScenario.For(new QuietHoursRule(new()), s_berlin)
            .At(Berlin("2025-12-10 22:00", winter: true))
            .When("nothing is known", new EnergyState { Block = Some.Block, Time = Some.Block.WindowStart }, LoadReadings.None).Holds("QUIET_HOURS_NO_START")
            .Verify();

    static DateTimeOffset Berlin(string localTime, bool winter) =>
        DateTimeOffset.Parse($"{localTime} {(winter ? "+01:00" : "+02:00")}", System.Globalization.CultureInfo.InvariantCulture);
}
