namespace BitGrid.Boot;

/// <summary>
/// Which version runs, and where to go back to. A version is on trial until it has been healthy once; one that has used up its
/// tries is left for the previous one, which was healthy before.
/// </summary>
internal sealed record BootState
{
    /// <summary>The version that is started; empty when none was ever.</summary>
    public string Active { get; init; } = "";

    /// <summary>True once the active version has been healthy.</summary>
    public bool IsProven { get; init; }

    /// <summary>Starts of a version on trial. Counted before the start, so that one that takes the machine down counts too.</summary>
    public int Tries { get; init; }

    /// <summary>The version to go back to, which was healthy; empty when there is none.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The version that the package or image brought when it was last looked at; empty when there was none.</summary>
    public string Installed { get; init; } = "";

    /// <summary>The version that was left; <see langword="null"/> when the newest one asked for runs.</summary>
    public FailedVersion? Failed { get; init; }

    /// <summary>True when the active version has to show that it works.</summary>
    public bool IsOnTrial => !IsProven && Previous.Length > 0;

    /// <summary>The state after a version was asked for, by a person, a package or an image.</summary>
    public BootState Adopt(string version)
    {
        BootState asked = this with { Failed = Failed?.Version == version ? null : Failed };
        if (version == Active)
            return asked with { Tries = 0 };
        if (version == Previous)
            return asked with { Active = version, IsProven = true, Tries = 0, Previous = IsProven ? Active : "" };
        return asked with { Active = version, IsProven = false, Tries = 0, Previous = IsProven ? Active : Previous };
    }

    /// <summary>The state once the active version was healthy.</summary>
    public BootState Prove() => IsProven ? this : this with { IsProven = true, Tries = 0, Failed = null };

    /// <summary>The state after the active version was left for the previous one.</summary>
    public BootState FallBack(DateTimeOffset now, string reason) =>
        this with { Active = Previous, IsProven = true, Tries = 0, Previous = "", Failed = new(Active, now, reason) };
}
