namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A line that came or went.</summary>
/// <param name="Change">+ for one that came, - for one that went.</param>
/// <param name="Line">Its number: in the new file, or in the old one.</param>
/// <param name="Text">What it says.</param>
internal sealed record LineChange(string Change, int Line, string Text);
