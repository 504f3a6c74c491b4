using System.Text;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>Decodes a file strictly: a byte that is not UTF-8 has a position instead of becoming a question mark.</summary>
internal static class Utf8Text
{
    static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, out Position broken)
    {
        ReadOnlySpan<byte> content = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        broken = default;
        try
        {
            text = Encoding.GetString(content);
            return true;
        }
        catch (DecoderFallbackException invalid)
        {
            text = "";
            broken = PositionOf(content[..Math.Max(invalid.Index, 0)]);
            return false;
        }
    }

    static Position PositionOf(ReadOnlySpan<byte> valid) =>
        new(valid.Count((byte)'\n') + 1, Encoding.GetCharCount(valid[(valid.LastIndexOf((byte)'\n') + 1)..]) + 1);
}
