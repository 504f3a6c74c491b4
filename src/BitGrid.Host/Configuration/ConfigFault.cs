using System.Globalization;
using System.Text;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration;

/// <summary>One thing that is wrong with the configuration, and how to repair it. All texts are printable as they are.</summary>
/// <param name="File">Path of the file as the user gave the folder.</param>
/// <param name="At">Where; the default value when the fault concerns the whole file.</param>
/// <param name="Key">The key with its path, <c>rules.R2.soc_stop_pct</c>; empty when there is none.</param>
/// <param name="Value">The value as written; <see langword="null"/> when there is none to show.</param>
/// <param name="Problem">What is wrong, as the rest of a sentence that begins with the key.</param>
/// <param name="Allowed">What is allowed instead; empty when that is no set of values.</param>
/// <param name="Repair">What to do, as whole sentences.</param>
/// <param name="Severity">What it means for the start.</param>
internal sealed record ConfigFault(
    string File,
    Position At,
    string Key,
    string? Value,
    string Problem,
    string Allowed,
    string Repair,
    FaultSeverity Severity = FaultSeverity.Error)
{
    /// <summary>The order of a report: by file, then by position.</summary>
    public static IComparer<ConfigFault> ByPlace { get; } = Comparer<ConfigFault>.Create(static (x, y) =>
    {
        int file = string.CompareOrdinal(x.File, y.File);
        return file != 0 ? file : (x.At.Line, x.At.Column).CompareTo((y.At.Line, y.At.Column));
    });

    /// <summary>The whole message in one line: <c>file:line:column: key = value: problem. Allowed: …. Repair.</c></summary>
    public override string ToString()
    {
        StringBuilder line = new(File);
        if (At != default)
            line.Append(CultureInfo.InvariantCulture, $":{At.Line}:{At.Column}");
        line.Append(Severity is FaultSeverity.Warning ? ": warning: " : ": ");
        if (Key.Length > 0)
            line.Append(Key).Append(Value is null ? "" : " = " + Value).Append(": ");
        else if (Value is not null)
            line.Append(Value).Append(": ");
        line.Append(Problem).Append('.');
        if (Allowed.Length > 0)
            line.Append(" Allowed: ").Append(Allowed).Append('.');
        return line.Append(' ').Append(Repair).ToString();
    }
}
