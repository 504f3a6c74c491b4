using System.Globalization;

namespace BitGrid.Host.Web.Page;

/// <summary>Addresses within the page.</summary>
internal static class Links
{
    /// <summary>A decision. Between two ticks there may be several in a block: the time tells which.</summary>
    public static string Decision(DecisionRecord record) => Decision(record.Block, record.LoadId, record.Time);

    /// <summary>The same by what names it.</summary>
    public static string Decision(Block block, string loadId, DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture,
        $"decision/{block.Id}/{Uri.EscapeDataString(loadId)}/{time.ToUnixTimeMilliseconds()}");
}
