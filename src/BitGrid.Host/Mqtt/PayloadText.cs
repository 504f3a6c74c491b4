using System.Text;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Mqtt;

/// <summary>Shows what somebody sent.</summary>
internal static class PayloadText
{
    // Enough to recognise it; a message may be a picture of many megabytes.
    const int MaxBytes = 200;

    public static string Show(ReadOnlySpan<byte> payload) => Printable.Text(Encoding.UTF8.GetString(payload[..Math.Min(payload.Length, MaxBytes)]));
}
