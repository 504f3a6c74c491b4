using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>What a schema cannot tell of <c>config.yaml</c>.</summary>
internal static class SiteChecks
{
    public static IEnumerable<ConfigFault> Run(CheckedDocument main)
    {
        if (main.Map is not { } root)
            return [];

        ImmutableArray<ConfigMap> loads = root.Find("loads")?.Value is ConfigList list ? [.. list.Items.OfType<ConfigMap>()] : [];
        return main.Section("site") is { } site
            ? [.. TimeZone(main, site), .. Coordinates(main, site), .. Ids(main, loads), .. Levels(main, loads)]
            : [.. Ids(main, loads), .. Levels(main, loads)];
    }

    static IEnumerable<ConfigFault> TimeZone(CheckedDocument main, ConfigMap site)
    {
        if (site.Find("time_zone")?.Value is not ConfigScalar { Value: string zone } scalar || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            yield break;

        string[] known = [.. TimeZoneInfo.GetSystemTimeZones().Select(found => found.Id)];
        string meant = Nearest.Of(zone, known) is { } nearest ? $"Did you mean {nearest}? If" : "If";
        yield return new(main.File, scalar.At, "site.time_zone", Printable.Text(zone), "is no time zone this machine knows",
            "a name of the IANA database such as Europe/Berlin, or UTC",
            known.Length > 1 ? $"{meant} the name is right, update the package tzdata." : "This machine has no time zones at all: install the package tzdata (apt install tzdata, apk add tzdata).");
    }

    static IEnumerable<ConfigFault> Coordinates(CheckedDocument main, ConfigMap site)
    {
        ConfigEntry? latitude = site.Find("latitude_deg");
        ConfigEntry? longitude = site.Find("longitude_deg");
        if (latitude is null == longitude is null)
            yield break;

        (ConfigEntry given, string missing) = latitude is null ? (longitude!, "latitude_deg") : (latitude, "longitude_deg");
        yield return new(main.File, given.At, "site." + given.Key, Value: null, $"stands without {missing}", "both or neither", $"Add '{missing}:' to site, or remove {given.Key}.");
    }

    static IEnumerable<ConfigFault> Ids(CheckedDocument main, ImmutableArray<ConfigMap> loads)
    {
        Dictionary<string, Position> seen = new(StringComparer.Ordinal);
        foreach ((int index, ConfigMap load) in loads.Index())
        {
            if (load.Find("id")?.Value is not ConfigScalar { Value: string id } scalar || seen.TryAdd(id, scalar.At))
                continue;
            yield return new(main.File, scalar.At, KeyPath.Child(KeyPath.Item("loads", index), "id"), Printable.Text(id),
                string.Create(CultureInfo.InvariantCulture, $"is the id of another load too (line {seen[id].Line})"), "a name that no other load has",
                "Rename one of the two; keep the id of the load whose history matters.");
        }
    }

    static IEnumerable<ConfigFault> Levels(CheckedDocument main, ImmutableArray<ConfigMap> loads) =>
        from load in loads.Index()
        where load.Item.Find("levels_w")?.Value is ConfigList
        let levels = (ConfigList)load.Item.Find("levels_w")!.Value
        where main.IsSound(levels)
        from fault in NotAscending(main, levels, KeyPath.Child(KeyPath.Item("loads", load.Index), "levels_w"))
        select fault;

    static IEnumerable<ConfigFault> NotAscending(CheckedDocument main, ConfigList levels, string path)
    {
        double before = 0;
        foreach ((int index, ConfigScalar level) in levels.Items.Cast<ConfigScalar>().Index())
        {
            double powerW = Convert.ToDouble(level.Value, CultureInfo.InvariantCulture);
            if (powerW <= before)
            {
                yield return new(main.File, level.At, KeyPath.Item(path, index), Printable.Text(level.Text, quote: false),
                    index == 0 ? "is not above 0" : "is not above the level before it", $"more than {Printable.Number(before)} W",
                    "Write the levels in ascending order; level 0 (off) is not listed.");
            }

            before = powerW;
        }
    }
}
