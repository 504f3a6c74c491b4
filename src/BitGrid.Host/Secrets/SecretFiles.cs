using System.Text;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Secrets;

/// <summary>
/// Secrets in files of their own. A file counts only when nobody but its owner can read it, or when the container's host has
/// put it below <c>/run/secrets</c>, or systemd below <c>/run/credentials</c> (<c>LoadCredential=</c>), where other users never are.
/// What it holds appears in no message.
/// </summary>
/// <param name="configFolder">Folder that relative paths begin at.</param>
/// <param name="mounted">Folders whose files are guarded by the container's host or by systemd; the usual ones when left out.</param>
internal sealed class SecretFiles(string configFolder, IReadOnlyList<string>? mounted = null) : ISecrets
{
    static readonly string[] Guarded = ["/run/secrets", "/run/credentials"];

    const int MaxBytes = 64 * 1024;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public string Read(string file)
    {
        string path = Path.GetFullPath(file, Path.GetFullPath(configFolder));
        if (Directory.Exists(path))
            throw Unusable(path, "is a folder. Write the path of the file in it");
        if (!File.Exists(path))
            throw Unusable(path, $"does not exist. Create it so that only you can read it: install -m 600 /dev/null {Quoted(path)}, then write the secret into it");

        using FileStream content = Open(path);
        EnsureGuarded(path, content);
        return Text(path, content);
    }

    /// <summary>What is wrong with a file and how to mend it; <see langword="null"/> when it can be used.</summary>
    /// <param name="file">Path as written in the configuration.</param>
    public string? Check(string file)
    {
        try
        {
            _ = Read(file);
            return null;
        }
        catch (IOException failure)
        {
            return failure.Message;
        }
    }

    static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unusable(path, $"may not be read by the user {Environment.UserName}, who runs BitGrid. Run: sudo chown {Environment.UserName} {Quoted(path)}");
        }
    }

    // The open file is asked, not the path: nobody can exchange it in between.
    void EnsureGuarded(string path, FileStream content)
    {
        if (OperatingSystem.IsWindows() || IsMounted(path))
            return;

        UnixFileMode mode = File.GetUnixFileMode(content.SafeFileHandle);
        if ((mode & ~OwnerOnly) != UnixFileMode.None)
            throw Unusable(path, $"has mode {Octal(mode)}, so it is not for its owner alone. Run: chmod 600 {Quoted(path)}");
        if (FileOwner.IsStranger(path))
            throw Unusable(path, $"has mode {Octal(mode)} but belongs to another user, who may read and change it. Run: chown {Environment.UserName} {Quoted(path)} && chmod 600 {Quoted(path)}");
    }

    bool IsMounted(string path) => (mounted ?? Guarded).Any(folder =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    static string Text(string path, FileStream content)
    {
        byte[] bytes = new byte[MaxBytes + 1];
        int length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaxBytes)
            throw Unusable(path, "is larger than 64 kB, so it is neither a password nor a token. Write the path of the right file");

        string secret = Decoded(path, bytes.AsSpan(0, length)).Trim().TrimStart('\uFEFF');
        return secret.Length > 0 ? secret : throw Unusable(path, "is empty. Write the secret into it");
    }

    static string Decoded(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Unusable(path, "is not UTF-8 text. Save it as UTF-8");
        }
    }

    static IOException Unusable(string path, string why) => new($"The secret file {Printable.Text(path, quote: false)} {why}.");

    static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(3, '0');

    // As a shell takes it, because people copy the command.
    static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
