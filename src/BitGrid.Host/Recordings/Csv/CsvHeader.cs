using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Recordings.Csv;

/// <summary>The first line of a CSV file: which column means what.</summary>
internal static class CsvHeader
{
    public const char Separator = ',';

    const string AllowedNames = $"a first line with the names of the columns, {RecordingFields.BlockId} or {RecordingFields.WindowStart} among them";

    /// <summary>Fault of a file without a line.</summary>
    public static InputFault Empty(string file) =>
        new(new(file), "the file is empty", AllowedNames, "export the recording again");

    /// <summary>Finds the meaning of each column; <see langword="null"/> for a column that is not used.</summary>
    /// <returns>Nothing when the file cannot be read; the report says why.</returns>
    public static RecordingField?[] Read(string file, string[] names, InputReport report)
    {
        if (Fault(new(file, 1), names) is { } fault)
        {
            report.Add(fault);
            return [];
        }

        report.WarnOfColumns(file, names.Where(name => RecordingFields.Find(name) is null));
        return [.. names.Select(RecordingFields.Find)];
    }

    static InputFault? Fault(Place place, string[] names)
    {
        string line = string.Join(Separator, names);
        if (names.Intersect([RecordingFields.BlockId, RecordingFields.WindowStart]).Any())
            return names.CountBy(name => name).FirstOrDefault(count => count.Value > 1 && count.Key.Length > 0) is { Key: { } twice }
                ? new(place, $"column '{InputFault.Shown(twice)}' is named more than once", "each column once", "rename or remove one of them")
                : null;
        foreach (char separator in (ReadOnlySpan<char>)[';', '\t', '|'])
        {
            if (line.Contains(separator))
                return WrongSeparator(place, separator);
        }

        return new(place, $"the line names neither {RecordingFields.BlockId} nor {RecordingFields.WindowStart}: '{InputFault.Shown(line)}'", AllowedNames, "add the line with the names, or rename the column of time");
    }

    static InputFault WrongSeparator(Place place, char separator)
    {
        string shown = separator == '\t' ? "a tabulator" : $"'{separator}'";
        return new(
            place,
            $"{shown} separates the columns",
            "',' between columns and '.' in numbers (1.5, not 1,5)",
            separator == ';'
                ? "export with these settings, or convert: sed 's/,/./g; s/;/,/g' old.csv > new.csv"
                : "export with these settings");
    }
}
