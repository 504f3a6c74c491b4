using System.Globalization;
using BitGrid.Engine.Intake;

namespace BitGrid.Host.Recordings;

/// <summary>How often a reading was corrected in the same way.</summary>
/// <param name="First">The first time.</param>
/// <param name="Count">How often, 1 or more.</param>
internal sealed record CorrectionCount(Correction First, long Count)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{First.Field}: {Count} × {What(First.Kind)}; first {First.Value} in block {First.Block.Id} ({First.Block.WindowStart:yyyy-MM-ddTHH:mm:ssZ})");

    static string What(CorrectionKind kind) => kind switch
    {
        CorrectionKind.NotFinite => "not a finite number, taken as missing",
        CorrectionKind.Clamped => "outside its range, set to the limit",
        CorrectionKind.Impossible => "impossible value, taken as missing",
        CorrectionKind.Sentinel => "a sensor's code for no reading, taken as missing",
        _ => "PV power while the sun is down, taken as missing",
    };
}
