using System.Collections.Immutable;
using BitGrid.Simulation;
using BitGrid.Simulation.Houses;
using BitGrid.Simulation.Optimum;
using BitGrid.Simulation.Pilots;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>The optimum against trying every plan there is.</summary>
public sealed class ClairvoyantPlanTests
{
    static readonly SwitchLimits AnyTime = new(1, 1);
    static readonly LoadSpec TwoLevels = new([800, 1_650]) { EfficiencyJTh = 18.5, StandbyW = 11 };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Without_a_battery_it_is_exactly_the_best_of_all_plans(int minOnBlocks, int minOffBlocks)
    {
        SwitchLimits limits = new(minOnBlocks, minOffBlocks);
        HouseSpec house = new([TwoLevels]);
        for (ulong seed = 0; seed < 12; seed++)
        {
            HouseSeries series = Drawn(seed, blocks: 7);
            ClairvoyantPlan plan = new(house, series, limits);
            double bestEur = AllPlans(7, levels: 2, limits).Max(levels => ValueEur(house, series, levels));
            Assert.Equal(bestEur, plan.ValueEur, 9);
            Assert.Equal(bestEur, ValueEur(house, series, plan.LevelOfBlock), 9);
        }
    }

    [Fact]
    public void With_a_battery_it_comes_within_a_tenth_of_a_cent_of_the_best_of_all_plans()
    {
        SwitchLimits limits = new(2, 2);
        HouseSpec house = new([TwoLevels]) { Battery = new(3_000, 2_000) { IdleW = 20 }, StartSocPct = 80 };
        for (ulong seed = 0; seed < 10; seed++)
        {
            HouseSeries series = Drawn(seed, blocks: 8);
            double bestEur = AllPlans(8, levels: 2, limits).Max(levels => ValueEur(house, series, levels));
            double foundEur = ValueEur(house, series, new ClairvoyantPlan(house, series, limits).LevelOfBlock);
            Assert.InRange(bestEur - foundEur, -1e-9, 0.001);
        }
    }

    [Fact]
    public void It_keeps_runtime_and_pause_and_no_pilot_beats_it()
    {
        SwitchLimits limits = new(4, 3);
        HouseSeries series = Drawn(7, blocks: 3 * Block.PerDay);
        ImmutableArray<byte> levels = new ClairvoyantPlan(SomeSeries.WithBattery, series, limits).LevelOfBlock;
        (bool On, int Blocks)[] runs = [.. Runs(levels)];
        Assert.True(runs.Length > 4);
        Assert.All(runs.Skip(1).SkipLast(1), run => Assert.True(run.Blocks >= (run.On ? 4 : 3)));

        double optimumEur = ValueEur(SomeSeries.WithBattery, series, levels);
        Assert.All(
            new IPilot[] { new OffPilot(), new AlwaysOnPilot() },
            pilot => Assert.True(Value(SomeSeries.WithBattery, series, pilot) <= optimumEur + 1e-9));
    }

    [Fact]
    public void What_is_not_known_is_lived_through_and_earns_nothing()
    {
        double[] pvW = [4_000, 4_000, double.NaN, double.NaN, 4_000, 4_000];
        HouseSeries series = SomeSeries.Of(pvW);
        ClairvoyantPlan plan = new(SomeSeries.WithoutBattery, series, new(6, 1));
        Assert.All(plan.LevelOfBlock, level => Assert.True(level > 0));
        Assert.Equal(plan.ValueEur, ValueEur(SomeSeries.WithoutBattery, series, plan.LevelOfBlock), 9);
    }

    [Fact]
    public void Without_a_price_the_battery_goes_on_and_no_money_counts()
    {
        HouseSpec house = new([TwoLevels]) { Battery = new(3_000, 2_000) };
        HouseSeries series = SomeSeries.Of([3_000, 3_000, 0, 0, 0], [200, 200, 900, 900, 900], [20, double.NaN, double.NaN, 30, 30]);
        ClairvoyantPlan plan = new(house, series, AnyTime);
        Assert.Equal(plan.ValueEur, ValueEur(house, series, plan.LevelOfBlock), 3);
    }

    [Fact]
    public void For_two_loads_a_heater_a_series_without_prices_or_too_long_a_runtime_there_is_none()
    {
        HouseSeries series = SomeSeries.Of([1_000]);
        Assert.False(ClairvoyantPlan.CanPlan(new([SomeSeries.Miner, SomeSeries.Miner]), series, AnyTime));
        Assert.False(ClairvoyantPlan.CanPlan(new([SomeSeries.Miner with { IsHeater = true }]), series, AnyTime));
        Assert.False(ClairvoyantPlan.CanPlan(SomeSeries.WithoutBattery, SomeSeries.Of([1_000], priceCtKwh: [double.NaN]), AnyTime));
        Assert.True(ClairvoyantPlan.CanPlan(SomeSeries.WithBattery, series, new(144, 144)));
        Assert.False(ClairvoyantPlan.CanPlan(SomeSeries.WithBattery, SomeSeries.Of(new double[365 * Block.PerDay]), new(144, 144)));
        Assert.Throws<NotSupportedException>(() => new ClairvoyantPlan(new([SomeSeries.Miner, SomeSeries.Miner]), series, AnyTime));
    }

    static HouseSeries Drawn(ulong seed, int blocks)
    {
        Chance chance = new(seed, "series");
        double[] pvW = [.. Enumerable.Range(0, blocks).Select(_ => chance.Between(0, 3_000))];
        double[] loadW = [.. Enumerable.Range(0, blocks).Select(_ => chance.Between(100, 1_500))];
        double[] priceCtKwh = [.. Enumerable.Range(0, blocks).Select(_ => chance.Between(-5, 30))];
        return SomeSeries.Of(pvW, loadW, priceCtKwh);
    }

    static double ValueEur(HouseSpec house, HouseSeries series, ImmutableArray<byte> levels) => Value(house, series, new PlanPilot(levels));

    static double Value(HouseSpec house, HouseSeries series, IPilot pilot) =>
        HouseRun.Live(new(house, series, seed: 1), pilot).Sum(day => day.ValueEur);

    static IEnumerable<ImmutableArray<byte>> AllPlans(int blocks, int levels, SwitchLimits limits)
    {
        int plans = (int)Math.Pow(levels + 1, blocks);
        for (int number = 0; number < plans; number++)
        {
            byte[] plan = new byte[blocks];
            for ((int block, int rest) = (0, number); block < blocks; block++, rest /= levels + 1)
                plan[block] = (byte)(rest % (levels + 1));
            if (Keeps(plan, limits))
                yield return [.. plan];
        }
    }

    // The load was off long since, and what runs or rests at the end may go on.
    static bool Keeps(byte[] plan, SwitchLimits limits)
    {
        (bool on, int length, bool first) = (false, 0, true);
        foreach (byte level in plan)
        {
            if (level > 0 != on)
            {
                if (length < (on ? limits.MinOnBlocks : first ? 0 : limits.MinOffBlocks))
                    return false;
                (on, length, first) = (!on, 0, false);
            }

            length++;
        }

        return true;
    }

    static IEnumerable<(bool On, int Blocks)> Runs(ImmutableArray<byte> levels)
    {
        int length = 0;
        for (int block = 0; block < levels.Length; block++)
        {
            if (block > 0 && levels[block] > 0 != levels[block - 1] > 0)
            {
                yield return (levels[block - 1] > 0, length);
                length = 0;
            }

            length++;
        }

        yield return (levels[^1] > 0, length);
    }
}
