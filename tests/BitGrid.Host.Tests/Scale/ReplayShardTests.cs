using System.Diagnostics;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Scale;

/// <summary>The days of a replay, shared among processes.</summary>
public sealed class ReplayShardTests : IDisposable
{
    static readonly string[] Week = ["replay", "--input", CommandRun.SampleFile, "--from", "2025-06-08", "--to", "2025-06-15", "--format", "parquet"];

    readonly ScaleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)] // more shards than days: some are empty
    public async Task Merged_shards_are_byte_for_byte_the_whole(int count)
    {
        CommandRun whole = await Whole();
        for (int i = 1; i <= count; i++)
            await ScaleFolder.Run([.. Week, "--output", _folder[$"part-{i}.parquet"], "--kpi", _folder[$"part-{i}.json"], "--shard", $"{i}/{count}"]);

        // The order in which parts are named does not matter.
        CommandRun merged = await ScaleFolder.Run(["merge", .. Enumerable.Range(1, count).Reverse().Select(i => _folder[$"part-{i}.parquet"]), "--output", _folder["merged.parquet"]]);

        Assert.Equal(_folder.Bytes("whole.parquet"), _folder.Bytes("merged.parquet"));
        Assert.Equal(FingerprintIn(whole), FingerprintIn(merged));
        Assert.All(Enumerable.Range(1, count), i => Assert.Equal(_folder.Bytes("whole.json"), _folder.Bytes($"part-{i}.json")));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Shards_in_processes_of_their_own_make_the_same()
    {
        await Whole();
        Directory.CreateDirectory(_folder["parts"]);
        Process[] shards = [.. Enumerable.Range(0, 3).Select(i => ScaleFolder.Start([.. Week, "--output", Path.Combine(_folder["parts"], $"{i}.parquet"), "--shard", $"{i}/3"]))];
        foreach (Process shard in shards)
        {
            string error = await shard.StandardError.ReadToEndAsync();
            await shard.WaitForExitAsync();
            Assert.True(shard.ExitCode == 0, error);
            shard.Dispose();
        }

        await ScaleFolder.Run("merge", _folder["parts"], "--output", _folder["merged.parquet"]);
        Assert.Equal(_folder.Bytes("whole.parquet"), _folder.Bytes("merged.parquet"));
    }

    Task<CommandRun> Whole() => ScaleFolder.Run([.. Week, "--output", _folder["whole.parquet"], "--kpi", _folder["whole.json"]]);

    static string FingerprintIn(CommandRun run) => (run.Output + run.Error).Split('\n').Single(line => line.StartsWith("decision fingerprint: ", StringComparison.Ordinal));
}
