using BitGrid.Engine.Preview;

namespace BitGrid.Host.Web.View;

/// <summary>What the next block will bring for a load.</summary>
/// <param name="Next">The decision of the next block, if the readings stay as they are and the surplus does what the forecast says.</param>
/// <param name="Change">What would have to change for it to do the opposite.</param>
internal sealed record Outlook(DecisionRecord Next, Prospect Change);
