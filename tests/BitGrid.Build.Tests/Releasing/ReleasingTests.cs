using System.Text.Json.Nodes;
using BitGrid.Build.Releasing;

namespace BitGrid.Build.Tests.Releasing;

public sealed class ReleasingTests
{
    const string Log = """
        # Changelog

        ## Unreleased

        - soon

        ## 1.1.0 (2027-03-01)

        - It says why.

        ## 1.0.0
        """;

    [Theory]
    [InlineData("Unreleased", "- soon")]
    [InlineData("1.1.0", "- It says why.")]
    [InlineData("1.0.0", null)]
    [InlineData("1.1", null)]
    public void The_changelog_tells_of_a_version(string version, string? expected) => Assert.Equal(expected, Changelog.SectionOf(version, Log));

    [Fact]
    public void Settings_that_came_went_or_changed_are_told_through_references_and_lists()
    {
        var before = ConfigKeys.Of(Schema("""
            { "properties": { "web": { "oneOf": [ { "$ref": "#/definitions/Web" } ] }, "old": { "type": "string" },
                              "loads": { "type": "array", "items": { "$ref": "#/definitions/Load" } } },
              "definitions": { "Web": { "properties": { "port": { "type": "integer", "default": 80, "maximum": 65535 } } },
                               "Load": { "properties": { "id": { "type": "string" } } } } }
            """));
        var after = ConfigKeys.Of(Schema("""
            { "properties": { "web": { "oneOf": [ { "type": "null" }, { "$ref": "#/definitions/Web" } ] },
                              "loads": { "type": "array", "items": { "$ref": "#/definitions/Load" } } },
              "definitions": { "Web": { "properties": { "port": { "type": "integer", "default": 8080, "maximum": 65535 } } },
                               "Load": { "properties": { "id": { "type": "string" }, "kind": { "enum": [ "miner", "heater" ] } } } } }
            """));

        Assert.Equal(
            ["+ `loads[].kind` ([\"miner\",\"heater\"])", "- `old`", "~ `web.port`: integer, default 80, at most 65535 → integer, default 8080, at most 65535"],
            ConfigKeys.Differences(before, after));
    }

    [Fact]
    public void Every_gate_that_is_shut_is_named()
    {
        List<string> asked = [];
        var refusal = Assert.Throws<BuildFailedException>(() => Gate.PassAll(
            new("clean tree", () => throw new BuildFailedException("Something is not committed")),
            new("tag", () => asked.Add("tag")),
            new("key", () => throw new BuildFailedException("no key"))));

        Assert.Equal("No release: clean tree, key.", refusal.Message);
        Assert.Equal(["tag"], asked);
    }

    [Fact]
    public void Open_gates_let_a_release_pass() => Gate.PassAll(new Gate("tag", () => { }));

    static JsonObject Schema(string text) => (JsonObject)JsonNode.Parse(text)!;
}
