using System.Collections.Immutable;

namespace BitGrid.Host.Scenarios;

/// <summary>A story of a house, block by block, with what BitGrid is expected to do in it.</summary>
internal sealed record Scenario
{
    /// <summary>Name of its file without ending: <c>06-over-temperature</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>Path of its file.</summary>
    public required string File { get; init; }

    /// <summary>What it is about.</summary>
    public ScenarioPart Part { get; init; }

    /// <summary>When it begins, UTC: start of a block.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>True when the load runs at its lowest level at the beginning, long since.</summary>
    public bool BeginsRunning { get; init; }

    /// <summary>What a house must have for the scenario to apply; see <see cref="ScenarioNeeds"/>.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>A plugin that lies in the plugins folder besides those of BitGrid, by id; empty for none.</summary>
    public string Plugin { get; init; } = "";

    /// <summary>Its rows.</summary>
    public required ImmutableArray<ScenarioStep> Steps { get; init; }
}
