namespace BitGrid.Page.Tests.Support;

/// <summary>What a reader looks at, and how.</summary>
sealed record Screen(int Width, int Height, string Language = "de", bool IsDark = false, bool IsStill = false)
{
    public static Screen Desktop { get; } = new(1280, 900);

    public static Screen Phone { get; } = new(390, 844);
}
