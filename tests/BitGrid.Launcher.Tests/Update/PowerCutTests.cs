using System.Diagnostics;
using BitGrid.Boot;
using BitGrid.Host.Update;
using BitGrid.Launcher.Tests.Machines;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Update;

/// <summary>An update that is cut off after any of its steps leaves a machine that starts, and can be done again.</summary>
[Trait("Category", "Slow")]
public sealed class PowerCutTests : IDisposable
{
    readonly ReleaseStage _release = new();
    readonly LauncherStage _stage = new();

    public void Dispose()
    {
        _stage.Dispose();
        _release.Dispose();
    }

    public static TheoryData<string> Steps() => [.. Enum.GetNames<UpdateStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_after_a_step_the_machine_starts_and_the_update_can_be_done_again(string step)
    {
        _stage.Install("1.0.0", LauncherStage.Good);
        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        _release.Publish("1.1.0");

        using (Process update = Update(step))
        {
            await UntilToldAsync(update, $"done: {step}");
            update.Kill();
            await _stage.CutPowerAsync();
            await update.WaitForExitAsync();
        }

        string expected = Enum.Parse<UpdateStep>(step) < UpdateStep.AskedFor ? "1.0.0" : "1.1.0";
        _stage.Start();
        await _stage.LineAsync($"{expected} runs");
        await _stage.UntilAsync(() => _stage.State is { IsProven: true } state && state.Active == expected, $"{expected} healthy");
        if (expected == "1.1.0")
            return;

        using Process again = Update("never");
        await UntilToldAsync(again, $"done: {UpdateStep.Pruned}");
        Assert.Equal(("1.1.0", "1.0.0"), (_stage.State.Active, _stage.State.Previous));
        Assert.Equal(["1.1.0", "1.0.0"], _stage.Places.Versions());
        Assert.False(Directory.Exists(Path.Combine(_stage.Places.Root, "update")));
    }

    [Fact]
    public async Task What_a_careful_root_installs_can_be_read_by_the_service()
    {
        _release.Publish("1.1.0");
        Directory.CreateDirectory(_stage.Places.State);
        Directory.CreateDirectory(_stage.Places.Slots);

        using Process update = Update(nameof(UpdateStep.AskedFor), umask: "077");
        await UntilToldAsync(update, $"done: {UpdateStep.AskedFor}");
        update.Kill();
        string slot = _stage.Places.FolderOf("1.1.0")!;
        foreach (string path in new[] { slot, Path.Combine(slot, "bin"), BootPlaces.ProgramIn(slot), _stage.Places.WishFile })
            Assert.Matches("^[-d]rw.r..r", Command.Run("stat", "--format=%A", path));
    }

    Process Update(string stop, string umask = "022")
    {
        ProcessStartInfo start = new("/bin/sh",
        [
            "-c", $"umask {umask}; exec dotnet \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, "UpdateRunner.dll"), stop, _stage.Places.Root, _stage.Places.State,
            _release.Folder, _release.Signers, RepositoryRoot.PathTo("config"), Path.Combine(_stage.Places.Root, "data"),
        ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start)!;
    }

    static async Task UntilToldAsync(Process process, string line)
    {
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } next)
        {
            lines.Add(next);
            if (next == line)
                return;
        }

        Assert.Fail($"It ended without '{line}', and wrote:\n{string.Join('\n', lines)}");
    }
}
