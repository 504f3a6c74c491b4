using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using BitGrid.Host.Update;

namespace BitGrid.Launcher.Tests.Update;

/// <summary>A folder with a release as its makers publish it, signed with a key that is thrown away.</summary>
sealed class ReleaseStage : IDisposable
{
    const UnixFileMode Program = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly string _keys = Directory.CreateTempSubdirectory("bitgrid-keys-").FullName;

    public ReleaseStage()
    {
        Keygen("-q", "-t", "ed25519", "-N", "", "-C", "makers", "-f", Key);
        Keygen("-q", "-t", "ed25519", "-N", "", "-C", "somebody", "-f", Stranger);
        File.WriteAllText(Signers, $"# keys\n{ReleaseCheck.Signer} namespaces=\"{ReleaseCheck.Namespace}\" {File.ReadAllText(Key + ".pub")}");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bitgrid-release-").FullName;

    /// <summary>File of the keys that count.</summary>
    public string Signers => Path.Combine(_keys, "allowed_signers");

    public string Key => Path.Combine(_keys, "makers");

    public string Stranger => Path.Combine(_keys, "stranger");

    public Release Release => new(Folder, Release.TarballOfThisMachine);

    /// <summary>Publishes a version whose program is a shell script that also answers the questions of an update.</summary>
    public void Publish(string version, string script = LauncherStage.Good, string configCheck = "exit 0") => Publish(
        Entry(version, "VERSION", version),
        Entry(version, "bin/bitgrid", $"#!/bin/sh\ncase $1 in version) exit 0;; config) {configCheck};; esac\necho \"{version} runs: $*\"\n{script}\n", Program));

    /// <summary>Publishes a tarball of these entries, and signs it.</summary>
    public void Publish(params IEnumerable<TarEntry> entries)
    {
        using (GZipStream content = new(File.Create(Release.Tarball), CompressionLevel.Fastest))
        using (TarWriter tar = new(content))
        {
            foreach (TarEntry entry in entries)
                tar.WriteEntry(entry);
        }

        Sign(Key);
    }

    public static TarEntry Entry(string version, string name, string content, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        new PaxTarEntry(TarEntryType.RegularFile, $"bitgrid-{version}/{name}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)), Mode = mode };

    /// <summary>Writes the checksums as they are now, and signs them.</summary>
    public void Sign(string key, string purpose = ReleaseCheck.Namespace)
    {
        File.WriteAllText(Release.Checksums, $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Release.Tarball)))}  {Release.TarballName}\n");
        File.Delete(Release.Signature);
        Keygen("-q", "-Y", "sign", "-f", key, "-n", purpose, Release.Checksums);
    }

    /// <summary>What a message says, without what differs from run to run.</summary>
    public string Readable(string message) =>
        message.Replace(Folder, "<release>", StringComparison.Ordinal).Replace(_keys, "<keys>", StringComparison.Ordinal).Replace(Release.TarballOfThisMachine, "<tarball>", StringComparison.Ordinal);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(_keys, recursive: true);
    }

    static void Keygen(params string[] words)
    {
        using Process keygen = Process.Start(new ProcessStartInfo("ssh-keygen", words) { UseShellExecute = false })!;
        keygen.WaitForExit();
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"ssh-keygen {words[1]}: 0"), string.Create(CultureInfo.InvariantCulture, $"ssh-keygen {words[1]}: {keygen.ExitCode}"));
    }
}
