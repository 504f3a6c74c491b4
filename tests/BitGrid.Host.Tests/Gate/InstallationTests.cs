using System.Diagnostics.CodeAnalysis;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Plugins;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Gate;

/// <summary>A candidate with a program of its own: that program is asked, in a process of its own.</summary>
[Trait("Category", "Slow")]
public sealed class InstallationTests : IDisposable
{
    readonly GateRun _gate = new();

    public void Dispose() => _gate.Dispose();

    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_program_passes_unpacked_and_as_a_tarball(bool packed)
    {
        string folder = Installation($"exec dotnet '{Program}' \"$@\"");

        (int exitCode, JsonObject json) = await JudgeAsync(packed ? Packed(folder) : folder);

        Assert.Equal(ExitCode.Fine, exitCode);
        Assert.Empty(json["changes"]!.AsArray());
        Assert.Equal(json["baseline"]!.ToJsonString(), json["candidate"]!.ToJsonString());
        Assert.True(GateRun.Ids(json, "passed").Length > 30);
    }

    [UnixTheory]
    [InlineData("hold_blocks: 2", "hold_blocks: 0", "kpi:switches_per_day")]
    public async Task What_it_decides_is_judged_here(string from, string to, string id)
    {
        _gate.With(from, to);

        (int exitCode, JsonObject json) = await JudgeAsync(Installation($"exec dotnet '{Program}' \"$@\""), "--candidate-config", _gate.Candidate.Folder);

        Assert.Equal(ExitCode.CheckFailed, exitCode);
        Assert.Equal([id, "change:R5"], GateRun.Ids(json, "failed"));
        Assert.Contains("Starts: ", json["changes"]![0]!["after"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("echo 'no such library' >&2; exit 1", ExitCode.CheckFailed, "it ended with 1. no such library")]
    [InlineData("case $1 in config|version) exit 0;; *) exec dotnet no-such.dll;; esac", ExitCode.BadInput, "the recorded days cannot be decided again by the candidate")]
    public async Task A_program_that_does_not_answer_is_told(string script, int exitCode, string message)
    {
        CommandRun run = await CommandRun.Of("gate", "--candidate", Installation(script), "--config", _gate.Now.Folder, "--plugins", CommandRun.Plugins, "--data", _gate.Data);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ExitCode.Fine)]
    [InlineData(true, ExitCode.CheckFailed)]
    public async Task A_folder_with_plugins_alone_is_judged_under_this_program(bool tampered, int exitCode)
    {
        foreach (string plugin in new[] { "bitgrid.rules", "bitgrid.policies" })
            PluginStage.CopyFolder(PluginStage.BuiltFolderOf(plugin), _gate.PathTo($"new/plugins/{plugin}"));
        if (tampered)
            File.AppendAllText(_gate.PathTo("new/plugins/bitgrid.rules/BitGrid.Rules.dll"), " ");

        (int judged, JsonObject json) = await JudgeAsync(_gate.PathTo("new"), "--days", "2");

        Assert.Equal(exitCode, judged);
        Assert.Equal(tampered, GateRun.Ids(json, "failed").Contains("candidate:plugin:bitgrid.rules"));
    }

    [Fact]
    public async Task A_tarball_that_is_cut_off_is_told()
    {
        File.WriteAllText(_gate.PathTo("cut.tar.gz"), "no tarball");

        CommandRun run = await CommandRun.Of("gate", "--candidate", _gate.PathTo("cut.tar.gz"), "--config", _gate.Now.Folder, "--plugins", CommandRun.Plugins);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("cannot be unpacked", run.Error, StringComparison.Ordinal);
    }

    // The program as it was built beside these tests.
    static string Program { get; } = AppContext.BaseDirectory.Replace("BitGrid.Host.Tests", "BitGrid.Host", StringComparison.Ordinal) + "bitgrid.dll";

    [SuppressMessage("Interoperability", "CA1416", Justification = "Only Unix theories come here.")]
    string Installation(string script)
    {
        string folder = Directory.CreateDirectory(_gate.PathTo("bitgrid-9")).FullName;
        string program = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName, "bitgrid");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n", new UTF8Encoding(false));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    string Packed(string folder)
    {
        string tarball = _gate.PathTo("bitgrid-9.tar.gz");
        using (GZipStream content = new(File.Create(tarball), CompressionLevel.Fastest))
            TarFile.CreateFromDirectory(folder, content, includeBaseDirectory: true);
        Directory.Delete(folder, recursive: true);
        return tarball;
    }

    async Task<(int ExitCode, JsonObject Json)> JudgeAsync(string candidate, params string[] more)
    {
        CommandRun run = await CommandRun.Of(["gate", "--candidate", candidate, "--config", _gate.Now.Folder, "--plugins", CommandRun.Plugins, "--data", _gate.Data, "--lang", "en", "--format", "json", .. more]);
        Assert.True(run.Output.Length > 0, run.Error);
        return (run.ExitCode, JsonNode.Parse(run.Output)!.AsObject());
    }
}
