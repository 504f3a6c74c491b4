using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Gate;

/// <summary>What the gate is asked.</summary>
internal sealed record GateRequest
{
    /// <summary>What is to be judged: a folder of configuration, an unpacked installation, or a tarball of one.</summary>
    public required string Candidate { get; init; }

    /// <summary>Configuration that a candidate with a program runs with; <see langword="null"/> for that of the house.</summary>
    public string? CandidateConfig { get; init; }

    /// <summary>What runs now, as <see cref="Candidate"/>; <see langword="null"/> for this program with <see cref="Config"/>.</summary>
    public string? Baseline { get; init; }

    /// <summary>Configuration of the house; its <c>gates.yaml</c> is the measure.</summary>
    public required string Config { get; init; }

    /// <summary>Folder of the plugins that run now; <see langword="null"/> for the usual one.</summary>
    public string? Plugins { get; init; }

    /// <summary>Recorded days: the data folder of the house, or files.</summary>
    public required string Data { get; init; }

    /// <summary>Days to decide again, counted back from the last; <see langword="null"/> for those of <c>gates.yaml</c>.</summary>
    public int? Days { get; init; }

    /// <summary>Names of failures that are intended.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Why they are intended.</summary>
    public string Because { get; init; } = "";

    /// <summary>Language of explanations.</summary>
    public required Language Language { get; init; }
}
