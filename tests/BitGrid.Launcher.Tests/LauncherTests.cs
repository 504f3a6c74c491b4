using System.Diagnostics;
using BitGrid.Boot;

namespace BitGrid.Launcher.Tests;

/// <summary>The launcher from outside, with small programs that break in the ways a new version may.</summary>
[Trait("Category", "Slow")]
public sealed class LauncherTests : IDisposable
{
    readonly LauncherStage _stage = new();

    public void Dispose() => _stage.Dispose();

    public static TheoryData<string, string, string> BrokenVersions() => new()
    {
        { "crashes", "kill -ABRT $$", "was ended by signal 6 before it was healthy" },
        { "refuses to start", "exit 3", "ended with exit code 3 before it was healthy" },
        { "ends at once", "exit 0", "ended with exit code 0 before it was healthy" },
        { "fails to migrate", "printf 'unfit store_failing: no such column' > \"$BITGRID_BOOT/report\"; exec sleep 60", "store_failing: no such column" },
    };

    [Theory]
    [MemberData(nameof(BrokenVersions))]
    public async Task A_new_version_that_does_not_work_is_left_for_the_previous_one(string how, string script, string reason)
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", script);
        _stage.Wish("1.1.0");

        await _stage.LineAsync("1.0.0 takes its place");
        await _stage.UntilAsync(() => _stage.Lines.Count(line => line.StartsWith("1.0.0 runs", StringComparison.Ordinal)) == 2, $"1.0.0 again, as 1.1.0 {how}");
        Assert.Equal(3, _stage.Lines.Count(line => line.Contains("starts 1.1.0, try ", StringComparison.Ordinal)));
        Assert.Equal(("1.0.0", "1.1.0"), (_stage.State.Active, _stage.State.Failed?.Version));
        Assert.Contains(reason, _stage.State.Failed!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_that_hangs_is_ended_and_left()
    {
        await HealthyAsync("1.0.0", "--healthy-within", "6", "--tries", "1");
        _stage.Install("1.1.0", LauncherStage.Hanging);
        _stage.Wish("1.1.0");

        await _stage.LineAsync("1.0.0 takes its place");
        Assert.Equal("was not healthy in 1 tries; in the last it was not healthy within 6 s", _stage.State.Failed?.Reason);
    }

    [Fact]
    public async Task A_program_that_is_no_program_is_left_too()
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", "");
        File.WriteAllBytes(BootPlaces.ProgramIn(Path.Combine(_stage.Places.Slots, "1.1.0")), [0x7f, (byte)'E', (byte)'L', (byte)'F', 9, 9]);
        _stage.Wish("1.1.0");

        await _stage.LineAsync("1.0.0 takes its place");
        Assert.Contains("cannot be started", _stage.State.Failed!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_that_works_takes_over_without_a_restart_of_the_launcher()
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", LauncherStage.Good);
        _stage.Wish("1.1.0");

        await _stage.LineAsync("1.1.0 is healthy");
        Assert.Contains("told to end", _stage.Lines);
        Assert.Contains("1.1.0 runs: run --data a b", _stage.Lines);
        await _stage.UntilAsync(() => _stage.State == new BootState { Active = "1.1.0", IsProven = true, Previous = "1.0.0" }, "the state");
        Assert.False(File.Exists(_stage.Places.WishFile));
    }

    [Fact]
    public async Task Signals_are_passed_on_and_the_exit_code_is_kept()
    {
        _stage.Install("1.0.0", LauncherStage.Good.Replace("exit 0", "exit 7", StringComparison.Ordinal));
        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        await _stage.SignalAsync("-HUP");
        await _stage.LineAsync("reloads");
        await _stage.SignalAsync("-TERM");
        Assert.Equal(7, await _stage.ExitAsync());
    }

    [Fact]
    public async Task A_healthy_version_that_dies_later_is_no_reason_to_go_back()
    {
        _stage.Install("1.0.0", LauncherStage.Good);
        _stage.Install("1.1.0", LauncherStage.Good.Replace("while :; do sleep 0.1; done", "sleep 1; kill -9 $$", StringComparison.Ordinal));
        _stage.Wish("1.0.0");
        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        _stage.Wish("1.1.0");
        Assert.Equal(137, await _stage.ExitAsync());
        Assert.Equal(new BootState { Active = "1.1.0", IsProven = true, Previous = "1.0.0" }, _stage.State);
    }

    [Fact]
    public async Task Without_a_previous_version_the_exit_code_goes_to_whoever_starts_it_again()
    {
        _stage.Install("1.0.0", "exit 3");
        Assert.Equal(3, await _stage.Start().ExitAsync());
        Assert.Null(_stage.State.Failed);
    }

    [Fact]
    public async Task A_try_that_is_ended_from_outside_does_not_count()
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", "trap 'exit 0' TERM; while :; do sleep 0.1; done");
        _stage.Wish("1.1.0");
        await _stage.LineAsync("1.1.0 runs");
        await _stage.SignalAsync("-TERM");
        Assert.Equal(0, await _stage.ExitAsync());
        Assert.Equal(0, _stage.State.Tries);
    }

    [Fact]
    public async Task Power_cuts_in_a_trial_count_and_lead_back()
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", LauncherStage.Hanging);
        _stage.Wish("1.1.0");
        for (int cut = 1; cut <= 3; cut++)
        {
            await _stage.LineAsync("1.1.0 runs");
            Assert.Equal(cut, _stage.State.Tries);
            await _stage.CutPowerAsync();
            _stage.Start("--healthy-within", "60");
        }

        await _stage.LineAsync("1.0.0 takes its place");
        await _stage.LineAsync("1.0.0 is healthy");
    }

    [Fact]
    public async Task What_an_image_brings_is_kept_and_a_broken_successor_falls_back_to_the_kept_copy()
    {
        _stage.Bring("1.0.0", LauncherStage.Good);
        _stage.Start();
        await _stage.UntilAsync(() => Directory.Exists(Path.Combine(_stage.Places.KeptSlots, "1.0.0")), "the copy");
        await _stage.SignalAsync("-TERM");
        await _stage.ExitAsync();

        _stage.Bring("1.1.0", "exit 1");
        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        await _stage.SignalAsync("-TERM");
        await _stage.ExitAsync();

        // The same image again is not tried again; the next one is.
        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        Assert.DoesNotContain(_stage.Lines, line => line.StartsWith("1.1.0 runs", StringComparison.Ordinal));
        await _stage.SignalAsync("-TERM");
        await _stage.ExitAsync();

        _stage.Bring("1.2.0", LauncherStage.Good);
        _stage.Start();
        await _stage.LineAsync("1.2.0 is healthy");
        await _stage.UntilAsync(() => Directory.Exists(Path.Combine(_stage.Places.KeptSlots, "1.2.0")), "the copy");
        Assert.Equal(new BootState { Active = "1.2.0", IsProven = true, Previous = "1.0.0", Installed = "1.2.0" }, _stage.State);
    }

    [Fact]
    public async Task A_version_whose_files_are_gone_is_left_without_a_try()
    {
        await HealthyAsync("1.0.0");
        _stage.Install("1.1.0", LauncherStage.Good);
        _stage.Wish("1.1.0");
        await _stage.LineAsync("1.1.0 is healthy");
        await _stage.CutPowerAsync();
        Directory.Delete(Path.Combine(_stage.Places.Slots, "1.1.0"), recursive: true);

        _stage.Start();
        await _stage.LineAsync("1.0.0 is healthy");
        Assert.Equal("is gone from the disk", _stage.State.Failed?.Reason);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_starts_the_newest_version()
    {
        _stage.Install("1.0.0", LauncherStage.Good);
        _stage.Install("1.10.0", LauncherStage.Good);
        _stage.Install("1.9.0", LauncherStage.Good);
        Directory.CreateDirectory(_stage.Places.State);
        await File.WriteAllBytesAsync(_stage.Places.StateFile, new byte[512]);
        _stage.Start();
        await _stage.LineAsync("1.10.0 is healthy");
    }

    [Fact]
    public async Task Without_any_version_it_says_so()
    {
        Assert.Equal(69, await _stage.Start().ExitAsync());
        await _stage.LineAsync("there is no version of BitGrid in");
    }

    [Fact]
    public async Task A_wish_for_a_version_that_is_not_there_changes_nothing()
    {
        await HealthyAsync("1.0.0");
        _stage.Wish("../../1.1.0");
        await _stage.LineAsync("is asked for, but is not there");
        await _stage.UntilAsync(() => !File.Exists(_stage.Places.WishFile), "the wish to be heard");
        Assert.Equal("1.0.0", _stage.State.Active);
    }

    [Fact]
    public async Task For_one_command_it_becomes_the_version_in_force()
    {
        _stage.Install("1.0.0", "exit 4");
        ProcessStartInfo start = new("dotnet", [LauncherStage.LauncherFile, "--root", _stage.Places.Root, "--state", _stage.Places.State, "exec", "config", "check"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process command = Process.Start(start)!;
        Assert.Equal("1.0.0 runs: config check\n", await command.StandardOutput.ReadToEndAsync());
        await command.WaitForExitAsync();
        Assert.Equal(4, command.ExitCode);
    }

    async Task HealthyAsync(string version, params string[] options)
    {
        _stage.Install(version, LauncherStage.Good);
        _stage.Start(options);
        await _stage.LineAsync($"{version} is healthy");
    }
}
