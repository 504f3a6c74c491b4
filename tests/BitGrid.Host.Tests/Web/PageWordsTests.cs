using System.Text.RegularExpressions;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Live;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Web.Page.Speech;
using BitGrid.TestKit;
using NJsonSchema;

namespace BitGrid.Host.Tests.Web;

/// <summary>What a German reader meets on the page is German.</summary>
public sealed partial class PageWordsTests
{
    static readonly Tongue German = new(Language.De, TimeZoneInfo.Utc);

    [Fact]
    public void Every_code_of_an_event_has_words_and_no_words_are_left_over()
    {
        string[] codes = [.. Directory.EnumerateFiles(RepositoryRoot.PathTo("src"), "*.cs", SearchOption.AllDirectories).SelectMany(CodesIn).Distinct().Order(StringComparer.Ordinal)];

        Assert.Contains("mqtt_disconnected", codes); // by its text
        Assert.Contains("rolled_back", codes); // by the name of a constant
        Assert.Equal(codes, EventWords.Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_over_is_told_in_the_words_of_what_it_was()
    {
        HealthEvent over = new(DateTimeOffset.UnixEpoch, HealthLevel.Info, "load_deaf_over", "miner", "Over: Load 'miner' …");

        Assert.Equal("Vorbei: Das Gerät tut nicht, was ihm gesagt wird (miner)", EventWords.Title(over, German));
        Assert.Equal("", EventWords.AdviceOn(over.Code));
    }

    [Fact]
    public void Every_setting_that_is_shipped_is_described_in_German()
    {
        string[] descriptions = [.. Shipped.ByFile.Values.SelectMany(Descriptions).Distinct(StringComparer.Ordinal)];

        Assert.InRange(descriptions.Length, 100, 1000);
        Assert.All(descriptions, description => Assert.NotNull(SettingDocs.InGerman(description)));
    }

    [Theory]
    [InlineData("bitgrid_rules.yaml", "rules.R5.hold_blocks", "Blöcke nach dem Block eines Starts oder Stopps, in denen sich nichts ändert. Einheit: Blöcke.")]
    [InlineData("config.yaml", "mqtt.topics[3].topic", "Thema der Nachricht, ohne Platzhalter.")]
    [InlineData("config.yaml", "unknown", "")]
    public void A_setting_is_described_in_the_language_of_the_reader(string file, string key, string expected) =>
        Assert.Equal(expected, new SettingDocs(Shipped, Language.De).Of(new EffectiveSetting(file, key, "1", "", Line: null)).Text);

    [Fact]
    public void Every_setting_of_the_shipped_house_is_found_and_described()
    {
        SettingDocs docs = new(Shipped, Language.De);
        SiteConfiguration house = ConfigLoader.Load(RepositoryRoot.PathTo("config"), Offers.BuiltIn).Configuration!;

        Assert.All(house.Settings, setting => Assert.True(docs.Of(setting) is { Language: Language.De, Text.Length: > 0 }, setting.Key));
    }

    static ConfigSchemas Shipped { get; } = ConfigSchemas.For(Offers.BuiltIn);

    // Where an event is made, its code stands behind its level: as a text, or as a constant of that file.
    static IEnumerable<string> CodesIn(string path)
    {
        string source = File.ReadAllText(path);
        return from Match made in Made().Matches(source)
               let name = made.Groups["name"].Value
               select name.Length == 0 ? made.Groups["code"].Value : Constant().Matches(source).Single(constant => constant.Groups["name"].Value == name).Groups["code"].Value;
    }

    static IEnumerable<string> Descriptions(JsonSchema schema) =>
    [
        .. schema.Properties.Values.Select(property => property.Description).OfType<string>(),
        .. schema.Properties.Values.SelectMany(Descriptions),
        .. schema.Definitions.Values.SelectMany(Descriptions),
    ];

    [GeneratedRegex("""HealthLevel\.\w+,\s*(?:"(?<code>[a-z_]+)"|(?<name>[A-Z]\w+)),""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();

    [GeneratedRegex("""const string (?<name>\w+) = "(?<code>[a-z_]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constant();
}
