using System.Globalization;
using BitGrid.Engine.Intake;

namespace BitGrid.Engine.Tests.Intake;

/// <summary>
/// The position is not public, so it is watched where it shows: PV power above 500 W is believed while the sun is above −3°.
/// At an equinox the sun passes −3° about twelve minutes (3° at 15° per hour) outside of sunrise and sunset on the equator.
/// </summary>
public sealed class SunPositionTests
{
    [Theory]
    // Equator, 0° east, 20 March 2024: true noon at 12:07 UTC (equation of time −7.5 min), so −3° at 05:55 and 18:19.
    [InlineData(0, 0, "2024-03-20T05:40:00Z", false)]
    [InlineData(0, 0, "2024-03-20T06:00:00Z", true)]
    [InlineData(0, 0, "2024-03-20T18:00:00Z", true)]
    [InlineData(0, 0, "2024-03-20T18:20:00Z", false)]
    // A quarter around the globe to the east everything is six hours earlier.
    [InlineData(0, 90, "2024-03-19T23:40:00Z", false)]
    [InlineData(0, 90, "2024-03-20T00:00:00Z", true)]
    // Beyond the polar circle the sun stays up in June and down in December; in the south it is the other way round.
    [InlineData(78, 15, "2024-06-21T23:00:00Z", true)]
    [InlineData(78, 15, "2024-12-21T11:00:00Z", false)]
    [InlineData(-78, 15, "2024-06-21T11:00:00Z", false)]
    [InlineData(-78, 15, "2024-12-21T23:00:00Z", true)]
    // Frankfurt, shortest day: sunrise 07:22 UTC, 21 minutes for 3° at that slant.
    [InlineData(50.1, 8.7, "2024-12-21T06:40:00Z", false)]
    [InlineData(50.1, 8.7, "2024-12-21T07:10:00Z", true)]
    public void Pv_power_is_believed_while_the_sun_is_near_or_above_the_horizon(double latitudeDeg, double longitudeDeg, string time, bool isBelieved)
    {
        Block block = Block.At(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
        SiteProfile site = IntakeScenario.Site with { LatitudeDeg = latitudeDeg, LongitudeDeg = longitudeDeg };

        var (row, _) = IntakeScenario.Accept(IntakeScenario.With(Reading.PvPowerW, 600, block), site);

        Assert.Equal(isBelieved ? 600 : null, row.State.PvPowerW);
    }
}
