using System.Collections.Immutable;

namespace BitGrid.Engine.Intake;

/// <summary>
/// One block of one load as it came from a file or a device: nothing is checked yet. A buffer, made to be cleared and filled
/// again for the next row; what leaves the intake is immutable.
/// </summary>
public sealed class RawRow
{
    readonly double?[] _values = new double?[ReadingNames.All.Length];

    /// <summary>The block the readings belong to.</summary>
    public Block Block { get; set; }

    /// <summary>The load that the <c>miner_…</c> readings belong to; <see langword="null"/> for the first load of the site.</summary>
    public string? LoadId { get; set; }

    /// <summary>What the load did then; <see langword="null"/> when it was not recorded.</summary>
    public LoadStatus? Recorded { get; set; }

    /// <summary>Expected surplus of the coming blocks, W, the next block first.</summary>
    public ImmutableArray<double> ForecastSurplusW { get; set; } = [];

    /// <summary>The quality somebody closer to the devices has attested; the intake can only lower it.</summary>
    public DataQuality Quality { get; set; }

    /// <summary>Names of readings that came too late to be used, sorted.</summary>
    public ImmutableArray<string> Stale { get; set; } = [];

    /// <summary>The configuration in force, SHA-256 as 64 hexadecimal digits; empty when none was recorded.</summary>
    public string ConfigHash { get; set; } = "";

    /// <summary>A reading; <see langword="null"/> when it is missing. May be anything, also infinite or not a number.</summary>
    public double? this[Reading reading]
    {
        get => _values[(int)reading];
        set => _values[(int)reading] = value;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        (Block, LoadId, Recorded, ForecastSurplusW, Quality, Stale, ConfigHash) = (default, null, null, [], DataQuality.Ok, [], "");
    }
}
