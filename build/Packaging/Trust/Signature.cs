using BitGrid.TestKit;

namespace BitGrid.Build.Packaging.Trust;

/// <summary>The signature of <c>checksums.txt</c>, made and checked by OpenSSH, which every Raspberry Pi has.</summary>
internal static class Signature
{
    /// <summary>Who signs, as it stands in the list of allowed signers.</summary>
    public const string Signer = "bitgrid-release";

    /// <summary>What is signed for: a signature that the key gave for something else does not count.</summary>
    public const string Namespace = "bitgrid-release";

    /// <summary>Public keys of releases, which are shipped with each version and trusted by its updates.</summary>
    public const string AllowedSigners = "setup/allowed_signers";

    /// <summary>Signs the list of a folder.</summary>
    /// <param name="key">File of the private key.</param>
    public static void Make(string folder, string key)
    {
        var list = Path.Combine(folder, Checksums.FileName);
        File.Delete(FileOf(list));
        Shell.RunQuietly("ssh-keygen", "-Y", "sign", "-f", key, "-n", Namespace, list);
    }

    /// <summary>Whether the list of a folder is signed by one of the allowed signers.</summary>
    /// <param name="allowedSigners">File with their public keys.</param>
    public static bool IsGood(string folder, string allowedSigners)
    {
        var list = Path.Combine(folder, Checksums.FileName);
        string[] verify = ["-Y", "verify", "-f", allowedSigners, "-I", Signer, "-n", Namespace, "-s", FileOf(list)];
        return File.Exists(FileOf(list)) && Shell.Capture(new Invocation("ssh-keygen", verify), File.ReadAllText(list)).ExitCode == 0;
    }

    static string FileOf(string list) => $"{list}.sig";
}
