using System.CommandLine;
using System.Globalization;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Config() => new("--config", "-c")
    {
        Description = "Folder with the YAML files. Default: BITGRID_CONFIG, else config.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Variable("BITGRID_CONFIG") ?? "config",
    };

    public static Option<string?> Plugins() => new("--plugins")
    {
        Description = "Folder with the plugins. Default: BITGRID_PLUGINS, else plugins beside the program.",
        HelpName = "DIR",
    };

    public static Option<string> Data() => new("--data", "-d")
    {
        Description = "Folder of everything that is kept: database, archive, log. Default: BITGRID_DATA, else data.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Variable("BITGRID_DATA") ?? "data",
    };

    public static Option<string> Input() => new("--input", "-i")
    {
        Description = "Recorded states: a .csv, .csv.gz, .parquet or .db file, or a folder of them, such as data.",
        HelpName = "FILE|FOLDER",
        Required = true,
    };

    /// <summary>A share of the work; the whole by default.</summary>
    public static Option<Shard> Share(string description) => new("--shard")
    {
        Description = description,
        HelpName = "i/n",
        DefaultValueFactory = _ => Shard.Whole,
        CustomParser = result =>
        {
            if (!Shard.TryParse(result.Tokens[0].Value, out Shard shard))
                result.AddError($"--shard {result.Tokens[0].Value}: this is no shard. Allowed: {Shard.Allowed}.");
            return shard;
        },
    };

    public static Option<Language?> Lang() => new("--lang")
    {
        Description = "Language of explanations: de or en. Default: the language of the system.",
        HelpName = "de|en",
        CustomParser = result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "de":
                    return Language.De;
                case "en":
                    return Language.En;
                default:
                    result.AddError($"--lang {result.Tokens[0].Value}: there is no such language. Allowed: de, en.");
                    return null;
            }
        },
    };

    /// <summary>The language that was asked for, else that of the system if there is a translation, else English.</summary>
    public static Language LanguageOf(ParseResult result, Option<Language?> option) =>
        result.GetValue(option) ?? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? Language.De : Language.En);

    /// <summary>The two ends of a period: from the first instant, up to the end of the last day or to the instant itself.</summary>
    public static (Option<DateTimeOffset?> From, Option<DateTimeOffset?> To) FromTo() => (
        End("--from", "First day or instant, UTC.", days: 0),
        End("--to", "Last day, or first instant no longer wanted, UTC.", days: 1));

    /// <summary>The period that the two options name.</summary>
    public static Period PeriodOf(ParseResult result, Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) =>
        Period.Between(result.GetValue(from), result.GetValue(to));

    // An installed BitGrid has its folders in the places of the system; whoever starts it there says so once.
    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    static Option<DateTimeOffset?> End(string name, string description, int days) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day))
                return day.AddDays(days);
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
                return instant;
            result.AddError($"{name} {text}: this is no time. Allowed: a day such as 2025-06-01, or an instant such as 2025-06-01T12:00:00Z (UTC when no offset is given).");
            return null;
        },
    };
}
