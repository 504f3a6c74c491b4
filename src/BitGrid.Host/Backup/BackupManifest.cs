using System.Collections.Immutable;
using System.Text.Json;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Backup;

/// <summary>What a backup says of itself: <c>manifest.json</c>.</summary>
internal sealed record BackupManifest
{
    /// <summary>The newest form of backup that this program reads, and the one it writes.</summary>
    public const int CurrentFormat = 1;

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
    };

    /// <summary>Form of the backup.</summary>
    public required int Format { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Version of the schema of its database.</summary>
    public required int DatabaseSchema { get; init; }

    /// <summary>Hash of its configuration: what <c>bitgrid config hash</c> prints once it is restored.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>Its files, without the manifest.</summary>
    public required ImmutableArray<BackupEntry> Files { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="BackupException">It is none, or one of a newer BitGrid; the message is the rest of a sentence.</exception>
    public static BackupManifest Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            // The form comes first: of a newer one nothing else can be relied on.
            using (JsonDocument document = JsonDocument.Parse(json))
                EnsureReadable(document.RootElement);
            BackupManifest manifest = JsonSerializer.Deserialize<BackupManifest>(json.Span, Json)!;
            EnsureSound(manifest);
            return manifest;
        }
        catch (JsonException fault)
        {
            throw new BackupException("its manifest.json cannot be read", fault);
        }
    }

    static void EnsureReadable(JsonElement manifest)
    {
        if (manifest.ValueKind != JsonValueKind.Object || !manifest.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out int number) || number < 1)
            throw new JsonException();
        if (number > CurrentFormat)
            throw new BackupException($"it was made by a newer BitGrid (format {number}, this one reads up to {CurrentFormat}); use the version of BitGrid that made it");
    }

    static void EnsureSound(BackupManifest manifest)
    {
        if (manifest.Files.IsDefault || manifest.Files.Any(file => file?.Name is null || file.Sha256 is null || file.Bytes < 0))
            throw new JsonException();
        if (manifest.Files.FirstOrDefault(file => !BackupContent.IsKnown(file.Name)) is { } stranger)
            throw new BackupException($"it holds a file that no backup has, {Printable.Text(stranger.Name)}");
        if (manifest.Files.Select(file => file.Name).Distinct(StringComparer.Ordinal).Count() != manifest.Files.Length)
            throw new BackupException("its manifest.json names a file twice");
        if (manifest.Files.All(file => file.Name != BackupContent.Database))
            throw new BackupException("it holds no database");
    }
}
