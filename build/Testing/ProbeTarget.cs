using System.Globalization;
using BitGrid.Build.Targets;

namespace BitGrid.Build.Testing;

/// <summary>Prints the culture and time zone this process really has; <see cref="MachineTool"/> asks it.</summary>
internal sealed class ProbeTarget() : Target("probe", "Print the culture, its decimal separator and the time zone of this process")
{
    public override void Run(IReadOnlyList<string> arguments) => Console.WriteLine(Describe());

    static string Describe() =>
        $"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator} {TimeZoneInfo.Local.Id}";
}
