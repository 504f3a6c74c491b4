using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using BitGrid.Host.Configuration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BitGrid.Host.Web.Security.Accounts;

/// <summary>
/// The accounts in a file of the data folder that only its owner can read. A running house and the command line use it at the same
/// time: it is read again when it has changed, and written whole.
/// </summary>
/// <param name="dataFolder">Folder of everything that is kept.</param>
internal sealed class AccountFile(string dataFolder)
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 256;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // PBKDF2 with HMAC-SHA-512; OWASP's figure for it (Password Storage Cheat Sheet, 2023).
    const int Iterations = 210_000;

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    readonly PasswordHasher<AccountFile> _hasher = new(new OptionsWrapper<PasswordHasherOptions>(new() { IterationCount = Iterations }));
    readonly string _path = System.IO.Path.Combine(dataFolder, "accounts.json");
    readonly Lock _gate = new();
    AccountBook _book = AccountBook.Empty;
    (DateTime Written, long Bytes) _read;

    /// <summary>The file.</summary>
    public string Path => _path;

    /// <summary>The accounts as they stand.</summary>
    /// <exception cref="IOException">The file is there and cannot be used; then nobody can be let in.</exception>
    public AccountBook Read()
    {
        lock (_gate)
        {
            FileInfo file = new(_path);
            if (!file.Exists)
                return _book = AccountBook.Empty;
            if (_read != (file.LastWriteTimeUtc, file.Length))
                (_book, _read) = (Load(), (file.LastWriteTimeUtc, file.Length));
            return _book;
        }
    }

    /// <summary>What is against a password; <see langword="null"/> when nothing is.</summary>
    public static string? Objection(string password) =>
        password.Length is < ShortestPassword or > LongestPassword
            ? $"The password has {password.Length} characters; allowed are {ShortestPassword} to {LongestPassword}. Several words in a row are easy to remember and hard to guess."
            : null;

    /// <summary>Sets the owner's password and ends everything that was signed in.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SetPassword(string password) => Write(Read() with
    {
        PasswordHash = _hasher.HashPassword(this, password),
        Stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
    });

    /// <summary>True for the owner's password. Slow on purpose.</summary>
    public bool IsPassword(string password) =>
        Read().PasswordHash is { } hash && password.Length <= LongestPassword && _hasher.VerifyHashedPassword(this, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Adds a token.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(ApiToken token)
    {
        AccountBook book = Read();
        Write(book with { Tokens = book.Tokens.Add(token) });
    }

    /// <summary>Removes a token.</summary>
    /// <returns>False when there is none of this id.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public bool Revoke(string id)
    {
        AccountBook book = Read();
        AccountBook without = book with { Tokens = book.Tokens.RemoveAll(token => token.Id == id) };
        if (without.Tokens.Length == book.Tokens.Length)
            return false;
        Write(without);
        return true;
    }

    AccountBook Load()
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & ~OwnerOnly) != UnixFileMode.None)
                throw new IOException($"{_path} can be read or written by others. Run: chmod 600 '{_path}'");
            return JsonSerializer.Deserialize<AccountBook>(File.ReadAllBytes(_path), Options) ?? AccountBook.Empty;
        }
        catch (Exception fault) when (fault is JsonException or UnauthorizedAccessException)
        {
            throw new IOException($"{_path} cannot be used ({Printable.Text(fault.Message, quote: false)}). Make it readable for the user who runs BitGrid, or remove it and set the password anew: bitgrid user set-password", fault);
        }
    }

    void Write(AccountBook book)
    {
        lock (_gate)
        {
            string next = _path + ".new";
            try
            {
                Directory.CreateDirectory(dataFolder);
                File.Delete(next);
                FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                    options.UnixCreateMode = OwnerOnly;
                using (FileStream file = new(next, options))
                {
                    JsonSerializer.Serialize(file, book, Options);
                    file.Flush(flushToDisk: true);
                }

                File.Move(next, _path, overwrite: true);
                (_book, _read) = (book, default);
            }
            catch (UnauthorizedAccessException denied)
            {
                throw new IOException($"{_path} may not be written by the user {Environment.UserName}. Run the command as the user who runs BitGrid.", denied);
            }
        }
    }
}
