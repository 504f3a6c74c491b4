namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A person's wish.</summary>
/// <param name="Run">True to run, false to stay off.</param>
/// <param name="Level">Level to run at; 0 or left out: as high as the surplus carries.</param>
/// <param name="Blocks">Blocks it holds for, this one included; left out: as long as is allowed.</param>
internal sealed record OverrideWish(bool Run, int Level = 0, int? Blocks = null);
