using BitGrid.Build.Packaging.Trust;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging.Images;

/// <summary>
/// Packages of Debian for another processor than this machine's, from the mirrors that the machine itself uses. The lists lie
/// in a folder of ours: those of the machine are not touched.
/// </summary>
internal sealed class DebianArchive
{
    readonly Platform _platform;
    readonly string _state;
    readonly string _packages;
    bool _isUpToDate;

    public DebianArchive(Platform platform)
    {
        _platform = platform;
        _state = platform.Folder("apt");
        _packages = platform.Folder("base-packages");
        Directory.CreateDirectory(Path.Combine(_state, "lists/partial"));
        Directory.CreateDirectory(Path.Combine(_state, "cache/archives/partial"));
        Directory.CreateDirectory(_packages);
        File.WriteAllText(Path.Combine(_state, "status"), "");
    }

    /// <summary>The file of a pinned package; it is fetched unless it is there.</summary>
    /// <exception cref="BuildFailedException">Debian serves this version no more, or another file by its name.</exception>
    public string Fetch(BasePackage package)
    {
        if (FileOf(package.Name) is { } kept && Checksums.Of(kept) == package.Sha256)
            return kept;

        if (Download($"{package.Name}={package.Version}") is not { } file)
            throw new BuildFailedException($"{package.Name} {package.Version} is not served by this machine's mirrors: Debian has a newer one, or this is not Debian 12. {Repair}");
        return Checksums.Of(file) == package.Sha256
            ? file
            : throw new BuildFailedException($"{Path.GetFileName(file)} has another content than {BasePackage.LockFile} says. If Debian has made it anew: {Repair}");
    }

    /// <summary>The newest version of a package, pinned.</summary>
    public BasePackage FetchNewest(string name)
    {
        var file = Download(name) ?? throw new BuildFailedException($"{name} is not served by this machine's mirrors. Is this Debian 12?");
        return new(_platform.Architecture, name, Shell.Output("dpkg-deb", "--field", file, "Version"), Checksums.Of(file));
    }

    static string Repair => "Pin what there is now with 'make lock-base' and commit it; to build an old release again, use the mirrors of its day.";

    string? Download(string wanted)
    {
        Update();
        var name = wanted.Split('=')[0];
        if (FileOf(name) is { } old)
            File.Delete(old);
        var (exitCode, _) = Shell.Capture(Apt("download", wanted));
        return exitCode == 0 ? FileOf(name) : null;
    }

    void Update()
    {
        if (_isUpToDate)
            return;
        Shell.RunQuietly(Apt("update"));
        _isUpToDate = true;
    }

    string? FileOf(string name) => Directory.EnumerateFiles(_packages, $"{name}_*.deb").SingleOrDefault();

    Invocation Apt(params string[] words) => new("apt-get",
    [
        "-o", $"APT::Architecture={_platform.Architecture}", "-o", $"APT::Architectures::={_platform.Architecture}", "-o", "APT::Sandbox::User=",
        "-o", $"Dir::State={_state}", "-o", $"Dir::State::status={_state}/status", "-o", $"Dir::Cache={_state}/cache", .. words,
    ])
    { Folder = _packages };
}
