namespace BitGrid.Host.Web.Page;

/// <summary>Who looks at the page, and what he chose.</summary>
/// <param name="MayControl">True when he may ask for something.</param>
/// <param name="IsSignedIn">True when he has signed in.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or empty: as the device has it.</param>
internal sealed record Visitor(bool MayControl, bool IsSignedIn, string Theme);
