using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What came of a wish that was granted.</summary>
/// <param name="Override">The wish; null when it was taken back.</param>
/// <param name="InForce">False when battery or safety decide otherwise for the time being: then the explanation says why.</param>
/// <param name="Explanation">The same for people.</param>
internal sealed record OverrideResult(OverrideDocument? Override, bool InForce, Bilingual Explanation);
