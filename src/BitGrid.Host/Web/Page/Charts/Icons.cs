namespace BitGrid.Host.Web.Page.Charts;

/// <summary>Line drawings on a square of 24.</summary>
internal static class Icons
{
    public const string Sun = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2";
    public const string House = "M3 11 12 4l9 7M5 10v10h14V10M10 20v-6h4v6";
    public const string Battery = "M8 5h8v16H8zM10 2h4v3M10 17h4M10 13h4";
    public const string Grid = "M12 2 7 22M12 2l5 20M6 8h12M5 13h14M9 8l8 8M15 8l-8 8";
    public const string Chip = "M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4";
    public const string Heat = "M7 21c-4-5 4-8 0-13M13 21c-4-5 4-8 0-13M19 21c-4-5 4-8 0-13";
}
