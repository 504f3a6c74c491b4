using System.Globalization;
using System.IO.Compression;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Fields;
using Sylvan.Data.Csv;

namespace BitGrid.Host.Simulation.Series;

/// <summary>Reads a CSV file of a series: names of columns in the first line, <c>,</c> between columns, <c>.</c> in numbers; empty is missing.</summary>
/// <param name="path">The file.</param>
/// <param name="zone">The zone of <c>local_start</c>.</param>
/// <param name="report">Gets what is wrong.</param>
internal sealed class SeriesFile(string path, TimeZoneInfo zone, SeriesReport report)
{
    const long ShortestStepS = 60;
    const long LongestStepS = 3600;

    static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];
    static readonly CsvDataReaderOptions Options = new() { Delimiter = ',', HasHeaders = false, Comment = '\0', CsvStyle = CsvStyle.Lax };

    readonly SeriesTable _table = new(path);
    readonly LocalClock _clock = new(zone);
    SeriesColumn?[] _columns = [];
    int _timeColumn;
    string _timeName = "";
    bool _hasLoads;
    long _line = 1;
    long _neverShown;

    /// <summary>The rows; <see langword="null"/> when the file cannot be used.</summary>
    public SeriesTable? Read()
    {
        try
        {
            using Stream file = Open();
            using CsvDataReader reader = CsvDataReader.Create(new StreamReader(file), Options);
            return ReadHeader(reader) && ReadRows(reader) && IsUsable() ? _table : null;
        }
        // A damaged file can surface as any exception of its format's library.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Refuse(new(path), $"the file cannot be read ({InputFault.Shown(fault)})", "a whole, readable .csv or .csv.gz file", "check the path and its rights, or copy it again");
            return null;
        }
    }

    Stream Open()
    {
        FileStream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    bool ReadHeader(CsvDataReader reader)
    {
        string[] names = reader.Read() ? [.. Enumerable.Range(0, reader.RowFieldCount).Select(i => reader.GetFieldSpan(i).Trim().ToString())] : [];
        _timeColumn = Array.FindIndex(names, name => name is SeriesColumn.UtcStart or SeriesColumn.WindowStart or SeriesColumn.LocalStart);
        _columns = [.. names.Select(name => SeriesColumn.All.FirstOrDefault(column => column.Name == name))];
        if (_timeColumn < 0 || Array.TrueForAll(_columns, column => column is null))
            return Refuse(
                new(path, 1), $"the line names no column of time or none of values: '{InputFault.Shown(string.Join(',', names))}'",
                SeriesColumn.Names, "rename the columns; separate them by ',' and write numbers with '.'");
        if (names.CountBy(name => name).FirstOrDefault(count => count.Value > 1 && count.Key.Length > 0) is { Key: { } twice })
            return Refuse(new(path, 1), $"column '{InputFault.Shown(twice)}' is named more than once", "each column once", "rename or remove one of them");

        (_timeName, _hasLoads) = (names[_timeColumn], names.Contains("load_id"));
        KeepOneOfEach();
        foreach (SeriesColumn column in _columns.OfType<SeriesColumn>())
            _table.Values[column.Value] = [];
        return true;
    }

    void KeepOneOfEach()
    {
        foreach (SeriesColumn lesser in SeriesColumn.All.Where(_columns.Contains).GroupBy(column => column.Value).SelectMany(same => same.Skip(1)))
        {
            _columns[Array.IndexOf(_columns, lesser)] = null;
            report.Note($"{path}: column {lesser.Name} is not used, because another one says the same");
        }
    }

    bool ReadRows(CsvDataReader reader)
    {
        while (reader.Read())
        {
            _line++;
            bool isBlank = reader.RowFieldCount == 1 && reader.GetFieldSpan(0).IsWhiteSpace();
            if (!isBlank && !TryAdd(reader))
                return false;
        }

        return true;
    }

    bool TryAdd(CsvDataReader reader)
    {
        Place place = new(path, _line);
        if (reader.RowFieldCount != _columns.Length)
            return Refuse(
                place, string.Create(CultureInfo.InvariantCulture, $"the line has {reader.RowFieldCount} columns, the header has {_columns.Length}"),
                "as many columns as in the header", "complete the line (was the file cut off?)");
        if (!TryTime(reader.GetFieldSpan(_timeColumn).Trim(), place, out long? start))
            return false;
        if (start is not { } startS)
            return true;
        if (_table.Starts.Count > 0 && startS <= _table.Starts[^1])
        {
            return (_hasLoads && startS == _table.Starts[^1])
                || Refuse(
                    place, $"the time '{reader.GetFieldSpan(_timeColumn).Trim()}' is not after that of the row before",
                    "ascending times, each once", "sort the rows, and remove what is there twice");
        }

        _table.Starts.Add(startS);
        return TryValues(reader, place);
    }

    bool TryTime(ReadOnlySpan<char> text, Place place, out long? startS)
    {
        startS = null;
        if (_timeName == SeriesColumn.LocalStart)
            return TryLocalTime(text, place, out startS);
        if (!IsoInstant.TryParse(text, out DateTimeOffset instant))
            return Refuse(InputFault.Of(place, _timeName, text, "is no time", IsoInstant.Allowed, "correct the value"));
        startS = instant.ToUnixTimeSeconds();
        return true;
    }

    bool TryLocalTime(ReadOnlySpan<char> text, Place place, out long? startS)
    {
        startS = null;
        if (!DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
            return Refuse(InputFault.Of(place, _timeName, text, "is no time", "a wall-clock time such as 2024-06-30T12:10:00", "correct the value"));
        startS = _clock.Next(local)?.ToUnixTimeSeconds();
        _neverShown += startS is null ? 1 : 0;
        return true;
    }

    bool TryValues(CsvDataReader reader, Place place)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is not { } column)
                continue;
            if (!TryValue(column, reader.GetFieldSpan(i).Trim(), out double value))
                return Refuse(InputFault.Of(place, column.Name, reader.GetFieldSpan(i), "is no number", "a number with a decimal point, or nothing", "correct the value, or leave it empty"));
            _table.Values[column.Value].Add(value * column.Scale);
        }

        return true;
    }

    bool TryValue(SeriesColumn column, ReadOnlySpan<char> text, out double value)
    {
        value = double.NaN;
        if (text.IsEmpty)
            return true;
        return column.Value == SeriesValue.SurplusForecast && text.Contains(RecordingFields.Between)
            ? TryForecast(text)
            : DecimalNumber.TryParse(text, out value) && double.IsFinite(value);
    }

    bool TryForecast(ReadOnlySpan<char> text)
    {
        List<double> surplusW = [];
        foreach (Range part in text.Split(RecordingFields.Between))
        {
            if (!DecimalNumber.TryParse(text[part], out double valueW) || !double.IsFinite(valueW))
                return false;
            surplusW.Add(valueW);
        }

        _table.Forecasts[_table.Starts.Count - 1] = [.. surplusW];
        return true;
    }

    bool IsUsable()
    {
        if (_neverShown > 0)
            report.Note(string.Create(CultureInfo.InvariantCulture, $"{path}: {_neverShown} rows stand in an hour that the clock skips in spring; they are not used"));
        if (_table.Starts.Count == 0)
            return Refuse(new(path), "the file holds no row", "one row at least", "export the series again");
        return _table.StepS is >= ShortestStepS and <= LongestStepS
            || Refuse(
                new(path), string.Create(CultureInfo.InvariantCulture, $"the rows are {_table.StepS} s apart"),
                "from a minute (60 s) to an hour (3600 s)", "bring the series onto such steps first");
    }

    bool Refuse(Place place, string problem, string allowed, string repair) => Refuse(new(place, problem, allowed, repair));

    bool Refuse(InputFault fault)
    {
        report.Add(fault);
        return false;
    }
}
