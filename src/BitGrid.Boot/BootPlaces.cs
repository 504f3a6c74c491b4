namespace BitGrid.Boot;

/// <summary>
/// Where the versions of BitGrid on a machine lie, and what launcher and program tell each other. Only the launcher writes the
/// state; everybody else leaves a wish or a report, each a small file that appears whole.
/// </summary>
/// <param name="Root">Folder of the installed versions, such as <c>/opt/bitgrid</c>. The launcher never writes there.</param>
/// <param name="State">Folder of the launcher's own files, such as <c>/var/lib/bitgrid/boot</c>.</param>
internal sealed record BootPlaces(string Root, string State)
{
    /// <summary>Environment variable by which the launcher tells the program the folder of its files.</summary>
    public const string StateVariable = "BITGRID_BOOT";

    /// <summary>Environment variable by which the launcher tells the program the folder of the versions.</summary>
    public const string RootVariable = "BITGRID_ROOT";

    /// <summary>Versions that were installed one beside the other.</summary>
    public string Slots => Path.Combine(Root, "slots");

    /// <summary>Copies of versions that a package manager or an image would take away at the next update.</summary>
    public string KeptSlots => Path.Combine(State, "slots");

    /// <summary>Holds the version that a package or an image has brought; absent where versions are only added by <c>bitgrid update</c>.</summary>
    public string InstalledFile => Path.Combine(Root, "installed");

    /// <summary>Holds the <see cref="BootState"/>.</summary>
    public string StateFile => Path.Combine(State, "state");

    /// <summary>Holds the version that a person asks for; the launcher takes it away when it has heard.</summary>
    public string WishFile => Path.Combine(State, "wish");

    /// <summary>Holds the <see cref="BootReport"/> of the program that runs.</summary>
    public string ReportFile => Path.Combine(State, "report");

    /// <summary>The places that the launcher has told this process of; <see langword="null"/> when no launcher started it.</summary>
    public static BootPlaces? OfEnvironment() =>
        Environment.GetEnvironmentVariable(StateVariable) is { Length: > 0 } state && Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } root
            ? new(root, state)
            : null;

    /// <summary>Folder of a version; <see langword="null"/> when it is not there, or has no program.</summary>
    public string? FolderOf(string version) => ReleaseVersion.TryParse(version) is null
        ? null
        : new[] { Path.Combine(Slots, version), Path.Combine(KeptSlots, version) }.FirstOrDefault(folder => File.Exists(ProgramIn(folder)));

    /// <summary>The program of a version's folder.</summary>
    public static string ProgramIn(string folder) => Path.Combine(folder, "bin", "bitgrid");

    /// <summary>The versions that are there, the highest first.</summary>
    public IReadOnlyList<string> Versions() =>
    [
        .. new[] { Slots, KeptSlots }
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(slot => File.Exists(ProgramIn(slot)))
            .Select(slot => ReleaseVersion.TryParse(Path.GetFileName(slot)))
            .OfType<ReleaseVersion>()
            .OrderDescending(ReleaseVersion.Order)
            .Select(version => version.Text)
            .Distinct(StringComparer.Ordinal),
    ];
}
