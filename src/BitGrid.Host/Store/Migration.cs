namespace BitGrid.Host.Store;

/// <summary>
/// A step of the database's schema. Steps only add: a new table, or a new column that may be empty. So an older program can go on
/// with a newer database.
/// </summary>
/// <param name="Version">Version after the step (<c>PRAGMA user_version</c>), 1 or more.</param>
/// <param name="Sql">What is added.</param>
internal sealed record Migration(int Version, string Sql);
