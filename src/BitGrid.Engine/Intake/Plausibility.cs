using System.Collections.Immutable;

namespace BitGrid.Engine.Intake;

/// <summary>Takes readings one by one: what cannot be true is corrected or becomes missing, and each correction is noted.</summary>
internal sealed class Plausibility(SiteProfile site)
{
    const double NightElevationDeg = -3;
    const double PvAtNightW = 500;
    static readonly TimeSpan HalfBlock = TimeSpan.FromSeconds(Block.Seconds / 2);

    readonly Limits[] _limits = [.. Enum.GetValues<Reading>().Select(reading => Limits.Of(reading, site))];

    /// <summary>A reading as it can be used; <see langword="null"/> when it is missing, stale or cannot be true.</summary>
    public double? Take(RawRow row, Reading reading, ICollection<Correction> notes)
    {
        if (row[reading] is not { } value || IsStale(row, reading))
            return null;
        if (IsPlausible(reading, value, row.Block))
            return value;
        double? result = Check(reading, value, row.Block, out Correction? note);
        if (note is { } correction)
            notes.Add(correction);
        return result;
    }

    /// <summary>A value as it can be used; <see langword="null"/> when it cannot be true.</summary>
    public double? Check(Reading reading, double value, Block block, out Correction? note)
    {
        note = null;
        if (IsPlausible(reading, value, block))
            return value;
        (CorrectionKind kind, double? result) = Correct(reading, value);
        note = new(block, ReadingNames.NameOf(reading), value, kind, result);
        return result;
    }

    /// <summary>The forecast up to its first value that is no number.</summary>
    public static ImmutableArray<double> TakeForecast(RawRow row, ICollection<Correction> notes)
    {
        ReadOnlySpan<double> forecast = row.ForecastSurplusW.AsSpan();
        for (int i = 0; i < forecast.Length; i++)
        {
            if (double.IsFinite(forecast[i]))
                continue;
            notes.Add(new(row.Block, ReadingNames.ForecastSurplusW, forecast[i], CorrectionKind.NotFinite, null));
            return row.ForecastSurplusW[..i];
        }

        return row.ForecastSurplusW;
    }

    bool IsPlausible(Reading reading, double value, Block block) => _limits[(int)reading].Contain(value) && !IsSuspicious(block, reading, value);

    // In a row that was decided on, a stale reading is gone already; the names may speak of another load's.
    static bool IsStale(RawRow row, Reading reading) => row.Trigger is null && !row.Stale.IsEmpty && row.Stale.Contains(ReadingNames.NameOf(reading));

    (CorrectionKind Kind, double? Result) Correct(Reading reading, double value)
    {
        if (!_limits[(int)reading].Contain(value))
            return _limits[(int)reading].Correct(value);
        return (reading == Reading.PvPowerW ? CorrectionKind.PvAtNight : CorrectionKind.Sentinel, null);
    }

    // Values inside the limits that are wrong all the same.
    bool IsSuspicious(Block block, Reading reading, double value) => reading switch
    {
        Reading.PvPowerW => value > PvAtNightW && IsNight(block),
        Reading.HeatTempC or Reading.MinerTempC => value is 0 or -1,
        _ => false,
    };

    bool IsNight(Block block) =>
        site is { LatitudeDeg: { } latitudeDeg, LongitudeDeg: { } longitudeDeg }
        && SunPosition.ElevationDeg(block.WindowStart + HalfBlock, latitudeDeg, longitudeDeg) < NightElevationDeg;
}
