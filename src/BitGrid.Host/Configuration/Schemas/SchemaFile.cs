namespace BitGrid.Host.Configuration.Schemas;

/// <summary>A JSON Schema to be written for editors.</summary>
/// <param name="Name">File name.</param>
/// <param name="Json">Its content, with LF line ends.</param>
internal sealed record SchemaFile(string Name, string Json);
