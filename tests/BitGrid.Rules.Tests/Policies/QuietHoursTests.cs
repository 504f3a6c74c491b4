using BitGrid.Policies;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Policies;

public sealed class QuietHoursTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Begin_with_their_first_block_and_end_before_their_last_instant() =>
        Table(new() { FromH = 12.5, ToH = 14 }, TimeZoneInfo.Utc)
            .At(Utc(6, 21, 12, 20)).When("12:20").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .When("12:30").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(6, 21, 13, 50)).When("13:50").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("14:00").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    [Fact]
    public void Reach_over_midnight() =>
        Table(new() { FromH = 22, ToH = 6 }, TimeZoneInfo.Utc)
            .At(Utc(6, 21, 21, 50)).When("21:50").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .When("22:00").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(6, 21, 23, 50)).When("23:50").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("00:00").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(6, 22, 5, 50)).When("05:50").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("06:00").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    [Fact]
    public void Hold_only_in_their_months_by_the_local_calendar() =>
        Table(new() { FromH = 22, ToH = 6, Months = [6, 7, 8] }, Berlin)
            .At(Utc(5, 31, 20, 0)).When("31 May, 22:00 in Berlin").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .At(Utc(5, 31, 21, 50)).When("31 May, 23:50 in Berlin").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .When("1 June, 00:00 in Berlin, still May in UTC").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(8, 31, 21, 50)).When("31 August, 23:50 in Berlin").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("1 September, 00:00 in Berlin").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    // Clocks go from 02:00 to 03:00 on 31 March 2024 and from 03:00 back to 02:00 on 27 October 2024.
    [Fact]
    public void Follow_the_clock_on_the_wall_when_summer_time_begins() =>
        Table(new() { FromH = 22, ToH = 3 }, Berlin)
            .At(Utc(3, 31, 0, 50)).When("01:50").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("03:00, ten minutes later").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    [Fact]
    public void Follow_the_clock_on_the_wall_when_summer_time_ends() =>
        Table(new() { FromH = 2, ToH = 3 }, Berlin)
            .At(Utc(10, 26, 23, 50)).When("01:50").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .When("02:00").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(10, 27, 1, 0)).When("02:00 again").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .At(Utc(10, 27, 1, 50)).When("02:50 again").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("03:00").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    [Fact]
    public void Of_no_length_are_never_and_of_a_day_always()
    {
        Table(new() { FromH = 22, ToH = 22 }, TimeZoneInfo.Utc)
            .At(Utc(6, 21, 22, 0)).When("never").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Verify();
        Table(new() { FromH = 0, ToH = 24 }, TimeZoneInfo.Utc)
            .At(Utc(6, 21, 23, 50)).When("always").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("always").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0).Verify();
    }

    static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2024, month, day, hour, minute, 0, TimeSpan.Zero);

    static PolicyScenario Table(QuietHours quiet, TimeZoneInfo timeZone) =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions { QuietHours = [quiet] }), Some.Site(timeZone: timeZone));
}
