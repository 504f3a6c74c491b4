using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api;

/// <summary>A parameter of a route's query: what is documented is what is checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it means.</param>
internal sealed record QueryParameter(string Name, QueryKind Kind, string Description)
{
    /// <summary>Start of a period.</summary>
    public static QueryParameter Since { get; } = new("since", QueryKind.Block, "First block: its number, or any instant in it (2025-06-21T12:10:00Z).");

    /// <summary>End of a period.</summary>
    public static QueryParameter Until { get; } = new("until", QueryKind.Block, "First block that is no longer wanted: its number, or any instant in it.");

    /// <summary>A load.</summary>
    public static QueryParameter Load { get; } = new("load_id", QueryKind.Text, "Only this load.");

    /// <summary>Words that are allowed; empty: any.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>Smallest number.</summary>
    public int Least { get; init; }

    /// <summary>Largest number.</summary>
    public int Most { get; init; }

    /// <summary>Number when none is given.</summary>
    public int Usual { get; init; }
}
