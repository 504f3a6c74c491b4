namespace BitGrid.Build.Packaging;

/// <summary>
/// The tools that give the same bytes for everybody. Whoever only builds or changes BitGrid may use others; a release, and who
/// wants to prove one, may not.
/// </summary>
internal static class Toolchain
{
    const string ReleaseSdk = "10.0.401";

    /// <summary>Version of the .NET SDK in use.</summary>
    public static string Sdk => Shell.Output("dotnet", "--version");

    /// <summary>What differs from the tools of a release; <see langword="null"/> when nothing does.</summary>
    public static string? Difference()
    {
        var sdk = Sdk;
        if (sdk != ReleaseSdk)
            return $"the .NET SDK is {sdk}, releases are built with {ReleaseSdk}: the bytes will differ.";
        return IsDebian12() ? null : "this is not Debian 12 on an x86-64 processor, on which releases are built: the bytes may differ.";
    }

    static bool IsDebian12() =>
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64
        && File.Exists("/etc/os-release")
        && File.ReadAllText("/etc/os-release").Contains("VERSION_CODENAME=bookworm", StringComparison.Ordinal);
}
