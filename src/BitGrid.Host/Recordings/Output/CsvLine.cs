using System.Buffers;
using System.Globalization;
using System.Text;

namespace BitGrid.Host.Recordings.Output;

/// <summary>One line of CSV under construction: UTF-8, <c>,</c> between columns, numbers in their shortest exact form.</summary>
internal sealed class CsvLine
{
    const int LongestNumber = 40;
    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    readonly ArrayBufferWriter<byte> _bytes = new();
    bool _isFirst = true;

    /// <summary>Adds a column without a value.</summary>
    public void Nothing() => Separate();

    /// <summary>Adds a number or an instant.</summary>
    public void Add<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Separate();
        value.TryFormat(_bytes.GetSpan(LongestNumber), out int written, format, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
    }

    /// <summary>Adds text, in quotation marks where it needs them.</summary>
    public void Add(string text)
    {
        Separate();
        string field = text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        Encoding.UTF8.GetBytes(field, _bytes);
    }

    /// <summary>Writes the line with its line feed and begins the next one.</summary>
    public void WriteTo(Stream stream)
    {
        _bytes.Write("\n"u8);
        stream.Write(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
        _isFirst = true;
    }

    void Separate()
    {
        if (!_isFirst)
            _bytes.Write(","u8);
        _isFirst = false;
    }
}
