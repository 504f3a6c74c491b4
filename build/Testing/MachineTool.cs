namespace BitGrid.Build.Testing;

/// <summary>Something besides the SDK that tests need from the machine.</summary>
/// <param name="Name">What it is, as it stands in messages.</param>
/// <param name="Packages">The packages of Debian that bring it.</param>
/// <param name="IsThere">Finds out whether it works.</param>
internal sealed record MachineTool(string Name, IReadOnlyList<string> Packages, Func<bool> IsThere)
{
    /// <summary>A broker of another make, for the tests of the MQTT connection. Elsewhere than on Linux those are skipped.</summary>
    public static MachineTool Broker { get; } = new(
        "the MQTT broker mosquitto with its clients",
        ["mosquitto", "mosquitto-clients"],
        () => !OperatingSystem.IsLinux() || (File.Exists("/usr/sbin/mosquitto") && File.Exists("/usr/bin/mosquitto_pub")));

    /// <summary>A browser, for the tests of the page. Its driver comes with a package of the test project.</summary>
    public static MachineTool Browser { get; } = new(
        "the browser chromium with a font",
        ["chromium", "fonts-dejavu-core"],
        () => !OperatingSystem.IsLinux() || File.Exists("/usr/bin/chromium"));

    /// <summary>What signs and checks releases; an update relies on it too.</summary>
    public static MachineTool Signatures { get; } = new("ssh-keygen, which signs and checks releases", ["openssh-client"], () => !OperatingSystem.IsLinux() || File.Exists("/usr/bin/ssh-keygen"));

    /// <summary>Cultures and time zones: without them a run under others is the same run again. The version of ICU stands in its package's name.</summary>
    public static MachineTool Cultures { get; } = new(
        "the cultures and time zones of the tests (ICU, tzdata)",
        ["^libicu[0-9]+$", "tzdata"],
        () => TestEnvironment.Others.All(Works));

    /// <summary>What `make build` uses besides .NET: a compressor, Debian's package maker, and compilers that link the launcher for both processors.</summary>
    public static MachineTool Packaging { get; } = new(
        "the tools that make packages (libdeflate, dpkg, gcc for x86-64 and ARM64, ssh-keygen)",
        ["libdeflate-tools", "dpkg", "gcc", "libc6-dev", "zlib1g-dev", "gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross", "openssh-client"],
        () => PackagingPrograms.All(program => File.Exists($"/usr/bin/{program}")));

    /// <summary>What proves a build besides: another time, and what tells differences.</summary>
    public static MachineTool Proof { get; } = new(
        "what proves that a build is reproducible (faketime, diffoscope)",
        ["faketime", "diffoscope-minimal"],
        () => File.Exists("/usr/bin/faketime") && File.Exists("/usr/bin/diffoscope"));

    /// <summary>What speaks to registries of images.</summary>
    public static MachineTool Registry { get; } = new("skopeo, which pushes images", ["skopeo"], () => File.Exists("/usr/bin/skopeo"));

    /// <summary>Whole machines and containers, and an emulated Raspberry Pi, for the tests before a release.</summary>
    public static MachineTool Machines { get; } = new(
        "what makes machines and containers (mmdebstrap, systemd-nspawn, Docker, a registry, qemu, Ansible, lintian)",
        ["mmdebstrap", "systemd-container", "docker.io", "docker-compose", "docker-registry", "skopeo", "qemu-user-static", "binfmt-support", "ansible-core", "ansible-lint", "ansible", "nftables", "iproute2", "lintian", "python3"],
        () => !OperatingSystem.IsLinux() || MachinePrograms.All(File.Exists));

    static string[] MachinePrograms =>
    [
        "/usr/bin/mmdebstrap", "/usr/bin/systemd-nspawn", "/usr/sbin/dockerd", "/usr/bin/docker", "/usr/bin/docker-compose", "/usr/bin/docker-registry",
        "/usr/bin/skopeo", "/usr/bin/qemu-aarch64-static", "/usr/sbin/update-binfmts", "/usr/bin/ansible-playbook", "/usr/bin/ansible-lint", "/usr/bin/lintian",
    ];

    static string[] PackagingPrograms => ["libdeflate-gzip", "dpkg-deb", "gcc", "aarch64-linux-gnu-gcc", "ssh-keygen"];

    /// <summary>Installs it if it is missing and this user may.</summary>
    /// <returns><see langword="null"/> when it is there; else what is missing, with the command that installs it.</returns>
    public string? Ensure()
    {
        if (IsThere())
            return null;

        if (Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Console.WriteLine($"Missing on this machine, installing: {Name}.");
            Shell.Capture(new Invocation("apt-get", ["update"]));
            Shell.Capture(new Invocation("apt-get", ["install", "--yes", .. Packages]) { Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        }

        return IsThere() ? null : $"Missing on this machine: {Name}. Install it: sudo apt-get install --yes {string.Join(' ', Packages.Select(package => $"'{package}'"))}";
    }

    static bool Works(TestEnvironment environment)
    {
        var probe = new Invocation("dotnet", [typeof(MachineTool).Assembly.Location, "probe"]) { Environment = environment.Variables() };
        return Shell.Capture(probe).Output.Trim() == $"{environment.Culture} , {environment.TimeZone}";
    }
}
