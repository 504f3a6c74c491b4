using BitGrid.Engine.Replay;
using BitGrid.Host.Live.Signals;

namespace BitGrid.Host.Live;

/// <summary>What the controller knew at one moment.</summary>
/// <param name="Time">The moment, UTC.</param>
/// <param name="Block">The newest block that was decided about; before the first decision the running one.</param>
/// <param name="IsStarted">False until the first decision after the start was taken, or was found to be taken already.</param>
/// <param name="Loads">One complete row per load in the order of the site's loads, as a decision at this moment would be taken on.</param>
/// <param name="Signals">Every reading that is expected or has come.</param>
internal sealed record Glance(DateTimeOffset Time, Block Block, bool IsStarted, IReadOnlyList<ReplayRow> Loads, IReadOnlyList<SignalGlance> Signals);
