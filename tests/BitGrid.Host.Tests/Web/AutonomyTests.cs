using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Tests.Web;

/// <summary>How much BitGrid does by itself is a setting, and is changed where settings are.</summary>
public sealed class AutonomyTests
{
    [Theory]
    [InlineData("autonomy: full\nx: 1\n", "autonomy: semi\nx: 1\n")]
    [InlineData("x: 1\nautonomy:   'full' # as before\ny: 2\n", "x: 1\nautonomy:   semi # as before\ny: 2\n")]
    [InlineData("autonomy: \"manual\"", "autonomy: semi")]
    [InlineData("x: 1\n", "x: 1\nautonomy: semi\n")]
    [InlineData("\uFEFFautonomy: full\n", "\uFEFFautonomy: semi\n")]
    [InlineData("x: 1", "x: 1\nautonomy: semi\n")]
    [InlineData("name: Hütte ☀\nautonomy: full\n", "name: Hütte ☀\nautonomy: semi\n")]
    public void Only_the_level_changes_in_the_file(string before, string after) =>
        Assert.Equal(after, Encoding.UTF8.GetString(AutonomySwitch.Apply(Encoding.UTF8.GetBytes(before), AutonomyLevel.Semi)));

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Autonomy_is_changed_in_the_configuration_which_every_later_decision_names()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        string before = house.House.ConfigHash;
        using (HttpResponseMessage answer = await WebHouse.SendAsync(house.Client, HttpMethod.Put, "autonomy", """{"autonomy": "manual"}"""))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(AutonomyLevel.Manual, house.House.Configuration.Autonomy);
        Assert.NotEqual(before, house.House.ConfigHash);
        JsonNode history = await house.GetAsync("config/history");
        Assert.Equal(["- autonomy: full", "+ autonomy: manual"], history["versions"]![0]!["changes"]![0]!["lines"]!.AsArray().Select(line => $"{line!["change"]} {line["text"]}"));
        await house.DecisionsAsync(2);
        Assert.Equal(house.House.ConfigHash, ToText((await house.GetAsync("timeline?limit=1"))["decisions"]![0]!["config_hash"]));

    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_configuration_that_cannot_be_put_in_force_is_left_as_it_is()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        string file = Path.Combine(house.Config, "config.yaml");
        string broken = (await File.ReadAllTextAsync(file)).Replace("max_override_blocks: 3", "max_override_blocks: many", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, broken);
        using HttpResponseMessage answer = await WebHouse.SendAsync(house.Client, HttpMethod.Put, "autonomy", """{"autonomy": "manual"}""");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("max_override_blocks", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(broken, await File.ReadAllTextAsync(file));
        Assert.Equal(AutonomyLevel.Full, house.House.Configuration.Autonomy);
    }

    static string ToText(JsonNode? node) => node!.ToString();
}
