using BitGrid.Host.Configuration;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A setting in force.</summary>
/// <param name="File">The file it belongs to.</param>
/// <param name="Key">The key with its path.</param>
/// <param name="Value">Its value as it would be written.</param>
/// <param name="Unit">Its unit; may be empty.</param>
/// <param name="Line">Its line in the file; null for a default.</param>
internal sealed record SettingDocument(string File, string Key, string Value, string Unit, int? Line)
{
    public static SettingDocument Of(EffectiveSetting setting) => new(setting.File, setting.Key, setting.Value, setting.Unit, setting.Line);
}
