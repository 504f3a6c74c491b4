using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BitGrid.Engine.Replay;

/// <summary>
/// Writes JSON without blanks into a buffer, nothing more. Ours and not <see cref="Utf8JsonWriter"/> because a replay spends
/// most of its time here, and because the form of a number is part of the fingerprint.
/// </summary>
internal ref struct CanonicalJson(IBufferWriter<byte> output)
{
    const int LongestNumber = 32;
    const int Thousand = 1000;
    const double LargestExact = 1e15;
    static readonly SearchValues<char> MustBeEscaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    Span<byte> _span = output.GetSpan(4096);
    int _used;
    bool _needsComma;

    public void BeginObject()
    {
        Separate();
        Open((byte)'{');
    }

    public void BeginObject(ReadOnlySpan<byte> key)
    {
        Key(key);
        Open((byte)'{');
    }

    public void BeginObject(string key)
    {
        Separate();
        Quoted(key);
        Raw(":"u8);
        Open((byte)'{');
    }

    public void EndObject() => Close((byte)'}');

    public void BeginArray(ReadOnlySpan<byte> key)
    {
        Key(key);
        Open((byte)'[');
    }

    public void EndArray() => Close((byte)']');

    public void Text(ReadOnlySpan<byte> key, string? value)
    {
        Key(key);
        if (value is null)
            Raw("null"u8);
        else
            Quoted(value);
    }

    public void Flag(ReadOnlySpan<byte> key, bool value)
    {
        Key(key);
        Raw(value ? "true"u8 : "false"u8);
    }

    public void Number(ReadOnlySpan<byte> key, long value)
    {
        Key(key);
        Integer(value);
    }

    public void Number(ReadOnlySpan<byte> key, double? value)
    {
        Key(key);
        if (value is { } number && double.IsFinite(number)) // a stranger's rule may divide by zero; JSON has no word for that
            Double(number);
        else
            Raw("null"u8);
    }

    public void Number(string key, double value)
    {
        Separate();
        Quoted(key);
        Raw(":"u8);
        Double(value);
    }

    /// <summary>UTC with whole seconds, and milliseconds only where there are any.</summary>
    public void Instant(ReadOnlySpan<byte> key, DateTimeOffset value)
    {
        DateTime utc = value.UtcDateTime;
        Key(key);
        Raw("\""u8);
        Ensure(LongestNumber);
        utc.TryFormat(_span[_used..], out int written, utc.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        _used += written;
        Raw("Z\""u8);
    }

    public void Flush() => output.Advance(_used);

    // A key's value follows at once, so after a key the next comma belongs to the value's successor.
    void Key(ReadOnlySpan<byte> key)
    {
        Separate();
        Byte((byte)'"');
        Raw(key);
        Raw("\":"u8);
    }

    void Separate()
    {
        if (_needsComma)
            Byte((byte)',');
        _needsComma = true;
    }

    void Open(byte bracket)
    {
        Byte(bracket);
        _needsComma = false;
    }

    void Close(byte bracket)
    {
        Byte(bracket);
        _needsComma = true;
    }

    void Quoted(string value)
    {
        Byte((byte)'"');
        if (value.AsSpan().ContainsAny(MustBeEscaped))
            Raw(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        else
            Utf8(value);
        Byte((byte)'"');
    }

    void Utf8(ReadOnlySpan<char> value)
    {
        Ensure(Encoding.UTF8.GetMaxByteCount(value.Length));
        _used += Encoding.UTF8.GetBytes(value, _span[_used..]);
    }

    void Integer(long value)
    {
        Ensure(LongestNumber);
        Utf8Formatter.TryFormat(value, _span[_used..], out int written);
        _used += written;
    }

    // Readings have at most three decimals, and then the shortest exact form is a whole number with a point in it. Of the doubles
    // only the one nearest to n/1000 equals n/1000.0, and no shorter text names it as long as n has at most 15 digits.
    void Double(double value)
    {
        double thousandths = Math.Round(value * Thousand);
        if (Math.Abs(thousandths) < LargestExact && (thousandths / Thousand).Equals(value))
        {
            Decimal((long)thousandths);
            return;
        }

        Ensure(LongestNumber);
        value.TryFormat(_span[_used..], out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    void Decimal(long thousandths)
    {
        if (thousandths < 0)
            Byte((byte)'-');
        (long whole, long fraction) = Math.DivRem(Math.Abs(thousandths), Thousand);
        Integer(whole);
        if (fraction == 0)
            return;
        Byte((byte)'.');
        for (long unit = Thousand / 10; fraction > 0; unit /= 10)
        {
            Byte((byte)('0' + (fraction / unit)));
            fraction %= unit;
        }
    }

    void Byte(byte value)
    {
        Ensure(1);
        _span[_used++] = value;
    }

    void Raw(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_span[_used..]);
        _used += bytes.Length;
    }

    void Ensure(int count)
    {
        if (_span.Length - _used >= count)
            return;
        output.Advance(_used);
        _span = output.GetSpan(Math.Max(count, 4096));
        _used = 0;
    }
}
