using System.Collections.Immutable;
using BitGrid.Engine.Intake;

namespace BitGrid.Host.Scenarios;

/// <summary>The columns that a table of a scenario may have.</summary>
internal static class ScenarioColumns
{
    /// <summary>The block of the row, counted from 0, or several of them: <c>2-4</c>. Without it every row is the next block.</summary>
    public const string Block = "block";

    /// <summary>What is special, for the reader.</summary>
    public const string Story = "what happens";

    /// <summary>What is expected of the decision.</summary>
    public const string Expect = "expect";

    /// <summary>Reason codes that may be given for it.</summary>
    public const string Because = "because";

    /// <summary>The path of energy that is expected to be preferred: Export, Heat or Hodl.</summary>
    public const string Path = "path";

    /// <summary>Paths expected to be rejected, each with its reason, apart by commas: <c>Heat PATH_NOT_THERE</c>.</summary>
    public const string Rejected = "rejected";

    /// <summary>What asks for the decision: nothing for the tick, or <c>message</c> between two ticks.</summary>
    public const string Asked = "asked by";

    /// <summary>A person's wish that begins here: <c>run 2</c> or <c>off 1</c>, with the number of blocks.</summary>
    public const string Wish = "wish";

    /// <summary>Something that befalls the running house.</summary>
    public const string Event = "event";

    /// <summary>Readings that came too late, apart by commas; <c>clock</c> when the time itself is in doubt.</summary>
    public const string Stale = "stale";

    /// <summary>Surplus, kW: sets PV, house and grid so that the battery rests.</summary>
    public const string SurplusKw = "surplus_kw";

    /// <summary>Forecast, kW: the same surplus in each of the next six blocks.</summary>
    public const string ForecastKw = "forecast_kw";

    /// <summary>Columns of numbers: an empty cell is as in the row above, and <c>?</c> is a missing reading.</summary>
    public static ImmutableArray<string> Numbers { get; } = [SurplusKw, ForecastKw, .. ReadingNames.All];

    /// <summary>Every column.</summary>
    public static ImmutableArray<string> All { get; } = [Block, Story, Asked, Wish, Event, Stale, Expect, Because, Path, Rejected, .. Numbers];
}
