using System.Globalization;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>A field in which a replayed decision differs from the recorded one.</summary>
/// <param name="Block">The block.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Field">Path of the field, such as <c>votes[R1].conditions[surplus_kw].actual</c>.</param>
/// <param name="Recorded">What was recorded, as JSON; a dash when the field is not there.</param>
/// <param name="Replayed">What the replay decided, as JSON; a dash when the field is not there.</param>
internal sealed record DecisionDifference(Block Block, string LoadId, string Field, string Recorded, string Replayed)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"block {Block.Id} ({Block.WindowStart:yyyy-MM-ddTHH:mm:ssZ}), {LoadId}: {Field} recorded {Recorded}, replayed {Replayed}");
}
