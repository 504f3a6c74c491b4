using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>What a schema cannot tell of section <c>web</c> of <c>config.yaml</c>.</summary>
internal static class WebChecks
{
    const string Section = "web";

    public static IEnumerable<ConfigFault> Run(CheckedDocument main) => main.Section(Section) is { } web
        ?
        [
            .. Lonely(main, web, "certificate_file", "certificate_key_file", isThere: IsSet(web, "certificate_key_file")),
            .. Lonely(main, web, "certificate_key_file", "certificate_file", isThere: IsSet(web, "certificate_file")),
            .. Lonely(main, web, "lan_read", "lan: true", isThere: IsSet(web, "lan")),
        ]
        : [];

    static IEnumerable<ConfigFault> Lonely(CheckedDocument main, ConfigMap web, string key, string needs, bool isThere) =>
        isThere || !IsSet(web, key) || web.Find(key)!.Value is not ConfigScalar scalar
            ? []
            : [new(main.File, scalar.At, KeyPath.Child(Section, key), scalar.Text, $"stands without {needs}", $"together with {needs}", $"Add {needs}, or remove {key}.")];

    static bool IsSet(ConfigMap web, string key) => web.Find(key)?.Value is ConfigScalar { Value: not (null or false) };
}
