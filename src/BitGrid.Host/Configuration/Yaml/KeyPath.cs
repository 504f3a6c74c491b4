using System.Globalization;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>How messages name a key: <c>loads[0].levels_w</c>.</summary>
internal static class KeyPath
{
    public static string Child(string path, string key) =>
        path.Length == 0 ? Printable.Key(key) : path + "." + Printable.Key(key);

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
