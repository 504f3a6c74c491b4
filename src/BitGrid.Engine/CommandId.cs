using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BitGrid.Engine.Replay;

namespace BitGrid.Engine;

/// <summary>Names a command by its content, so that the same decision always sends the same command.</summary>
internal static class CommandId
{
    /// <summary>16 hexadecimal digits; <see langword="null"/> when nothing is commanded.</summary>
    public static string? Of(Decision decision)
    {
        if (decision.Action == DecisionAction.Hold)
            return null;
        ref readonly Situation situation = ref decision.Situation;
        string content = string.Create(CultureInfo.InvariantCulture,
            $"{situation.State.Time.ToUnixTimeMilliseconds()} {situation.Load.Id} {Words.Of(decision.Trigger)} {Words.Of(decision.Action)} {decision.NewStatus.Level}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));
    }
}
