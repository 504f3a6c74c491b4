namespace BitGrid.Host.Backup;

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its name in the backup.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, 64 hexadecimal digits in lower case.</param>
internal sealed record BackupEntry(string Name, long Bytes, string Sha256);
