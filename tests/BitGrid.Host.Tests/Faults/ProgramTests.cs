using System.Net;
using System.Net.Sockets;
using BitGrid.Host.Cli;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Faults;

/// <summary>The whole program, from outside.</summary>
[Trait("Category", "Slow")]
public sealed class ProgramTests
{
    static readonly int Rounds = Environment.GetEnvironmentVariable("BITGRID_LONG") == "1" ? 200 : 3;

    [Fact]
    public async Task Killed_at_any_moment_it_goes_on_where_it_was_and_loses_nothing_it_has_told()
    {
        using HouseProcess house = new();
        Random chance = new(1);
        HashSet<(long, string, string)> before = [];
        for (int round = 0; round < Rounds; round++)
        {
            house.Start();
            await house.DecisionsAsync(chance.Next(2, 12));
            await Task.Delay(chance.Next(0, 300));
            await house.KillAsync();

            StoredDecision[] kept = [.. house.Timeline.Decisions(default)];
            Assert.True(kept.Length >= before.Count + house.DecisionLines.Count, $"round {round}: {kept.Length} kept, {before.Count} before, {house.DecisionLines.Count} told");
            Assert.Equal(kept.Where(IsTick).Select(tick => tick.Block).Distinct().Count(), kept.Count(IsTick));
            before = [.. kept.Select(decision => (decision.Block.Id, decision.LoadId, decision.Trigger))];
        }

        CommandRun replay = await CommandRun.Of("replay", "--input", house.Data, "--config", house.Config, "--verify");
        Assert.True(replay.ExitCode == ExitCode.Fine, replay.Output + replay.Error);
    }

    [Fact]
    public async Task Told_to_end_it_stops_the_miner_first()
    {
        using HouseProcess house = new HouseProcess().Start();
        await house.LineAsync("miner Start");
        await house.SignalAsync("-TERM");
        Assert.Equal(0, await house.ExitAsync());
        Assert.Contains(house.Lines, line => line.Contains("every load is told to stop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_rule_is_taken_up_a_broken_file_is_not_and_a_changed_load_takes_a_restart()
    {
        using HouseProcess house = new HouseProcess().Start();
        await house.DecisionsAsync(1);
        string first = (await house.HealthAsync())["config_hash"]!.GetValue<string>();

        house.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: 2.5");
        CommandRun applied = await CommandRun.Of("config", "apply", "--config", house.Config, "--data", house.Data);
        Assert.True(applied.ExitCode == ExitCode.Fine, applied.Error);
        string second = (await house.HealthAsync())["config_hash"]!.GetValue<string>();
        Assert.NotEqual(first, second);
        await house.LineAsync("config_applied");

        house.Edit("bitgrid_rules.yaml", "surplus_min_kw: 2.5", "surplus_min_kw: -1");
        await house.SignalAsync("-HUP");
        await house.LineAsync("config_refused");
        Assert.Equal(second, (await house.HealthAsync())["config_hash"]!.GetValue<string>());

        house.Edit("bitgrid_rules.yaml", "surplus_min_kw: -1", "surplus_min_kw: 2.5");
        house.Edit("config.yaml", "levels_w: [800, 1300, 1650]", "levels_w: [800, 1300]");
        CommandRun refused = await CommandRun.Of("config", "apply", "--config", house.Config, "--data", house.Data);
        Assert.Equal(ExitCode.CheckFailed, refused.ExitCode);
        Assert.Contains("that takes a restart", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_configuration_at_the_start_is_replaced_by_the_last_good_one()
    {
        using HouseProcess house = new HouseProcess().Start();
        await house.DecisionsAsync(1);
        await house.KillAsync();
        house.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: many");

        house.Start();
        await house.DecisionsAsync(1);
        Assert.True(await house.HasProblemAsync("config_refused"));
    }

    [Fact]
    public async Task A_broken_configuration_at_the_very_first_start_ends_it_with_the_report()
    {
        using HouseProcess house = new();
        house.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: many");
        house.Start();
        Assert.Equal(ExitCode.BadInput, await house.ExitAsync());
        Assert.Contains(house.Lines, line => line.Contains("rules.R1.surplus_min_kw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_database_is_moved_aside_and_told_and_the_decisions_go_on()
    {
        using HouseProcess house = new HouseProcess().Start();
        await house.DecisionsAsync(3);
        await house.KillAsync();
        foreach (string log in new[] { "-wal", "-shm" })
            File.Delete(house.Database + log);
        await File.WriteAllTextAsync(house.Database, new string('x', 8192));

        house.Start();
        await house.DecisionsAsync(3);
        Assert.Contains(house.Lines, line => line.Contains("store_corrupt", StringComparison.Ordinal));
        Assert.Contains(Directory.EnumerateFiles(house.Data), file => file.Contains(".corrupt-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_that_is_taken_does_not_end_the_decisions()
    {
        using HouseProcess house = new();
        using TcpListener other = new(IPAddress.Loopback, house.MqttPort);
        other.Start();
        house.Start();
        await house.DecisionsAsync(2);
        Assert.True(await house.HasProblemAsync("broker_failed"));
        Assert.Contains("Stays off", house.DecisionLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_on_one_data_folder_are_one_too_many()
    {
        using HouseProcess house = new HouseProcess().Start();
        await house.DecisionsAsync(1);
        CommandRun second = await CommandRun.Of("run", "--config", house.Config, "--data", house.Data);
        Assert.Equal(ExitCode.BadInput, second.ExitCode);
        Assert.Contains($"process {house.ProcessId}", second.Error, StringComparison.Ordinal);
    }

    static bool IsTick(StoredDecision decision) => decision.Trigger is "BlockTick" or "Startup";
}
