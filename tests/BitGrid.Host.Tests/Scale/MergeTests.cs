using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Scale;

/// <summary>Parts that do not belong together are refused, with the reason.</summary>
public sealed class MergeTests : IAsyncLifetime, IDisposable
{
    readonly ScaleFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Homes("one.csv", "two.csv");
        await Fleet("first", "1/2");
        await Fleet("second", "2/2");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_missing_part_is_named() => IsRefused("shard 2/2 is missing", _folder["first"]);

    [Fact]
    public Task A_part_twice_is_named() => IsRefused("shard 1/2 is there twice", _folder["first"], _folder["first"], _folder["second"]);

    [Fact]
    public Task A_file_without_a_label_is_named() => IsRefused("the file cannot be read", CommandRun.SampleFile);

    [Fact]
    public Task An_empty_folder_is_named() => IsRefused("holds no part", Directory.CreateDirectory(_folder["empty"]).FullName);

    [Fact]
    public async Task A_cut_off_part_is_named()
    {
        File.WriteAllBytes(_folder["second"], _folder.Bytes("second")[..^100]);
        await IsRefused("the file cannot be read", _folder["first"], _folder["second"]);
    }

    [Fact]
    public async Task Parts_of_different_homes_are_refused_and_the_difference_is_named()
    {
        _folder.Homes("one.csv", "two.csv", "three.csv");
        await Fleet("second", "2/2");
        await IsRefused("not from 'homes: ", _folder["first"], _folder["second"]);
    }

    [Fact]
    public async Task Parts_of_different_configurations_are_refused_and_the_difference_is_named()
    {
        Directory.CreateDirectory(_folder["config"]);
        foreach (string file in Directory.EnumerateFiles(CommandRun.Config, "*.yaml"))
            File.Copy(file, Path.Combine(_folder["config"], Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(_folder["config"], "flags.yaml"), "# another hash\n");
        await CommandRun.Of("fleet", "--input", _folder["homes"], "--output", _folder["second"], "--shard", "2/2", "--config", _folder["config"], "--plugins", CommandRun.Plugins);
        await IsRefused("'config_hash: ", _folder["first"], _folder["second"]);
    }

    [Fact]
    public async Task Parts_of_different_numbers_of_shards_are_refused()
    {
        await Fleet("second", "2/3");
        await IsRefused("it is shard 2/3, the first file is 1/2", _folder["first"], _folder["second"]);
    }

    [Fact]
    public async Task Decisions_and_homes_are_not_mixed()
    {
        await ScaleFolder.Run("replay", "--input", CommandRun.SampleFile, "--to", "2025-06-02", "--format", "parquet", "--output", _folder["second"], "--shard", "2/2");
        await IsRefused("it holds decisions, not homes", _folder["first"], _folder["second"]);
    }

    Task<CommandRun> Fleet(string output, string shard) => ScaleFolder.Run("fleet", "--input", _folder["homes"], "--output", _folder[output], "--shard", shard);

    async Task IsRefused(string reason, params string[] parts)
    {
        CommandRun run = await ScaleFolder.Try(["merge", .. parts, "--output", _folder["merged"]]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains("Repair: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["merged"]));
    }
}
