namespace BitGrid.Host.Web.View;

/// <summary>A sentence in both languages.</summary>
/// <param name="De">German.</param>
/// <param name="En">English.</param>
internal sealed record Bilingual(string De, string En);
