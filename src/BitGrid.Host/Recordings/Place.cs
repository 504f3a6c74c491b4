using System.Globalization;

namespace BitGrid.Host.Recordings;

/// <summary>Where in the input something stands, for people who have to find it.</summary>
/// <param name="File">Name of the file as it was given.</param>
/// <param name="Line">Line of a text file, counted from 1, the header included.</param>
/// <param name="Row">Row of a table without lines, counted from 1.</param>
internal readonly record struct Place(string File, long? Line = null, long? Row = null)
{
    public override string ToString() => this switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}"),
        { Row: { } row } => string.Create(CultureInfo.InvariantCulture, $"{File}, row {row}"),
        _ => File,
    };
}
