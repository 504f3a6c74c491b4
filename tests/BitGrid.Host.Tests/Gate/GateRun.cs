using System.Text.Json.Nodes;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Recordings;

namespace BitGrid.Host.Tests.Gate;

/// <summary>The gate on the month of the sample house, with a changed configuration against the shipped one.</summary>
sealed class GateRun : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public GateRun() => File.Copy(CommandRun.SampleFile, Data);

    /// <summary>What runs now.</summary>
    public ConfigSandbox Now { get; } = new();

    /// <summary>What is to be judged.</summary>
    public ConfigSandbox Candidate { get; } = new();

    /// <summary>Recorded days.</summary>
    public string Data => _folder["june.csv"];

    public string PathTo(string file) => _folder[file];

    /// <summary>Changes a rule's setting in the candidate.</summary>
    public GateRun With(string from, string to)
    {
        Candidate.Edit("bitgrid_rules.yaml", from, to);
        return this;
    }

    /// <summary>Runs the command as it is typed.</summary>
    public Task<CommandRun> RunAsync(params string[] more) => CommandRun.Of(
        ["gate", "--candidate", Candidate.Folder, "--config", Now.Folder, "--plugins", CommandRun.Plugins, "--data", Data, "--lang", "en", .. more]);

    /// <summary>Runs it and reads its JSON.</summary>
    public async Task<(int ExitCode, JsonObject Json)> JudgeAsync(params string[] more)
    {
        CommandRun run = await RunAsync([.. more, "--format", "json"]);
        Assert.True(run.Output.Length > 0, run.Error);
        return (run.ExitCode, JsonNode.Parse(run.Output)!.AsObject());
    }

    public static JsonObject[] Findings(JsonObject json, string verdict) =>
        [.. json["findings"]!.AsArray().Select(finding => finding!.AsObject()).Where(finding => finding["verdict"]!.GetValue<string>() == verdict)];

    public static string[] Ids(JsonObject json, string verdict) => [.. Findings(json, verdict).Select(finding => finding["id"]!.GetValue<string>())];

    public void Dispose()
    {
        Now.Dispose();
        Candidate.Dispose();
        _folder.Dispose();
    }
}
