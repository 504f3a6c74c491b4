using System.Text.Json.Nodes;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Store;

namespace BitGrid.Host.Tests.Gate;

/// <summary>The gate on what a running house has kept: archive and database.</summary>
[Trait("Category", "Slow")]
public sealed class DataFolderTests : IDisposable
{
    readonly JournalStage _stage = new();
    readonly ConfigSandbox _candidate = new();

    public DataFolderTests()
    {
        _stage.Live(days: 9);
        _stage.Archive(new StorageSettings { KeepDays = 2 });
    }

    public void Dispose()
    {
        _stage.Dispose();
        _candidate.Dispose();
    }

    [Fact]
    public async Task The_last_days_are_decided_again_and_the_days_before_are_not_even_opened()
    {
        File.WriteAllText(_stage.ArchiveFolder.PathOf(_stage.First.Day), "damaged");
        _candidate.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: 2.5");

        CommandRun run = await CommandRun.Of("gate", "--candidate", _candidate.Folder, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins, "--data", _stage.Folder, "--days", "5", "--format", "json");

        JsonObject json = JsonNode.Parse(run.Output)!.AsObject();
        Assert.Equal(("2025-06-05", "2025-06-09"), (json["from"]!.GetValue<string>(), json["to"]!.GetValue<string>()));
        Assert.Contains("change:R1", GateRun.Ids(json, "failed"));
    }
}
