using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace BitGrid.Host.Update;

/// <summary>
/// Is a release genuine? The signature vouches for the checksums, and they for the tarball; nothing of it is opened before. The
/// signature is checked by OpenSSH's own tool, so that anybody can check it by hand in the same way.
/// </summary>
/// <param name="signersFile">The keys that count, in the format <c>ALLOWED SIGNERS</c> of <c>ssh-keygen</c>.</param>
internal sealed class ReleaseCheck(string signersFile)
{
    /// <summary>Who signs, as it stands in the file of the keys.</summary>
    public const string Signer = "bitgrid-release";

    /// <summary>What is signed; a signature made for something else does not count.</summary>
    public const string Namespace = "bitgrid-release";

    /// <summary>Checks all of a release.</summary>
    /// <exception cref="UpdateException">It is not genuine, or that cannot be told.</exception>
    public void Run(Release release)
    {
        CheckSignature(release);
        CheckChecksum(release);
    }

    void CheckSignature(Release release)
    {
        if (!File.Exists(signersFile) || File.ReadLines(signersFile).All(line => string.IsNullOrWhiteSpace(line) || line.StartsWith('#')))
            throw new UpdateException($"{signersFile}: holds no key, so it cannot be told whether a release is genuine. Put the makers' public key there, or name the file that holds it with --signers.");
        (int exitCode, string said) = Verify(release);
        if (exitCode != 0)
            throw new UpdateException($"{release.Signature}: this signature was not made by the makers of BitGrid, or {Release.ChecksumsName} was changed after it was signed ({said.ReplaceLineEndings(" ").Trim()}). Do not install it; fetch the release again from where it is published.");
    }

    (int ExitCode, string Said) Verify(Release release)
    {
        ProcessStartInfo start = new("ssh-keygen", ["-Y", "verify", "-f", signersFile, "-I", Signer, "-n", Namespace, "-s", release.Signature])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using Process verify = Process.Start(start)!;
            Task<string> said = verify.StandardError.ReadToEndAsync();
            Task<string> output = verify.StandardOutput.ReadToEndAsync();
            WriteTo(verify, File.ReadAllBytes(release.Checksums));
            verify.WaitForExit();
            return (verify.ExitCode, output.Result + said.Result);
        }
        catch (Win32Exception missing)
        {
            throw new UpdateException($"ssh-keygen, which checks the signature, cannot be started ({missing.Message}). Install it: sudo apt-get install openssh-client", missing);
        }
    }

    // It ends at once when signature or keys make no sense, and reads nothing then.
    static void WriteTo(Process process, byte[] content)
    {
        try
        {
            using Stream input = process.StandardInput.BaseStream;
            input.Write(content);
        }
        catch (IOException)
        {
            // Its exit code tells.
        }
    }

    static void CheckChecksum(Release release)
    {
        string[] named =
        [
            .. from line in File.ReadLines(release.Checksums)
               let parts = line.Split("  ", 2)
               where parts.Length == 2 && parts[1].TrimStart('*') == release.TarballName
               select parts[0],
        ];
        if (named is not [var expected])
            throw new UpdateException($"{release.Checksums}: names {release.TarballName} {named.Length} times, and must do so once. Do not install it; fetch the release again from where it is published.");
        using FileStream tarball = File.OpenRead(release.Tarball);
        string actual = Convert.ToHexStringLower(SHA256.HashData(tarball));
        if (actual != expected)
            throw new UpdateException($"{release.TarballName}: has the checksum {actual}, but {expected} was signed. It was changed, or cut off on its way. Do not install it; fetch it again from where it is published.");
    }
}
