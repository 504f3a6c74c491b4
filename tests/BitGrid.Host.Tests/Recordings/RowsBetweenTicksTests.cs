using static BitGrid.Host.Tests.Recordings.RecordingScenario;

namespace BitGrid.Host.Tests.Recordings;

public sealed class RowsBetweenTicksTests
{
    const string Header = "block_id,load_id,pv_power_w,house_load_w,grid_power_w,battery_soc_pct,trigger,time";

    [Fact]
    public void Several_may_follow_the_regular_rows_of_their_block_each_with_its_own_state()
    {
        var (rows, report) = ReadCsv(Lines(
            Header,
            "2864952,miner,400,300,-100,60,BlockTick,2024-06-21T12:00:00Z",
            "2864952,heater,400,300,-100,60,BlockTick,2024-06-21T12:00:00Z",
            "2864952,miner,500,300,-100,60,SafetyAsync,2024-06-21T12:01:02.345Z",
            "2864952,miner,600,300,-100,60,SafetyAsync,2024-06-21T12:03:00Z",
            "2864953,miner,700,300,-100,60,Startup,2024-06-21T12:14:00Z"));

        Assert.False(report.IsBad, report.ToString());
        Assert.Equal([400, 400, 500, 600, 700], rows.Select(row => row.State.PvPowerW));
        Assert.Equal([false, false, true, true, false], rows.Select(row => row.IsBetweenTicks));
        Assert.Equal(new DateTimeOffset(2024, 6, 21, 12, 1, 2, 345, TimeSpan.Zero), rows[2].State.Time);
        Assert.Equal((5, 2, 0), (report.Rows, report.Blocks, report.Gaps));
    }

    [Fact]
    public void A_row_without_a_time_speaks_for_the_start_of_its_block()
    {
        var (rows, _) = ReadCsv(Lines(Header, "2864952,miner,400,300,-100,60,,"));

        Assert.Equal(rows[0].State.Block.WindowStart, rows[0].State.Time);
        Assert.Equal(DecisionTrigger.BlockTick, rows[0].Trigger);
    }

    [Fact]
    public void A_regular_row_behind_them_is_a_fault()
    {
        var (rows, report) = ReadCsv(Lines(
            Header,
            "2864952,miner,400,300,-100,60,SafetyAsync,2024-06-21T12:01:00Z",
            "2864952,miner,400,300,-100,60,BlockTick,2024-06-21T12:00:00Z"));

        Assert.Single(rows);
        Assert.Contains("a regular row stands behind one between two ticks", Assert.Single(report.Faults).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trigger,override_run", "Noon,true", "trigger 'Noon' cannot be read. Allowed: BlockTick, SafetyAsync, Override, Startup, or nothing")]
    [InlineData("override_run,override_level", "true,1", "only some of override_run, override_level, override_first_block and override_blocks are given")]
    [InlineData("memories,level", "\"{\"\"R1\"\":{\"\"a\"\":1e999}}\",", "memories '")]
    [InlineData("memories,level", "[],", "memories '[]' cannot be read")]
    [InlineData("surplus_left_w,level", "NaN,", "surplus_left_w 'NaN' cannot be read")]
    public void A_field_that_makes_no_sense_is_told(string columns, string values, string problem)
    {
        var (rows, report) = ReadCsv(Lines("block_id,pv_power_w," + columns, "2864952,400," + values));

        Assert.Empty(rows);
        Assert.Contains(problem, Assert.Single(report.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_a_decision_beside_its_state_are_known()
    {
        var (rows, report) = ReadCsv(Lines(
            "block_id,pv_power_w,house_load_w,grid_power_w,battery_soc_pct,action,new_running,is_override,record",
            "2864952,400,300,-100,60,Hold,true,false,{}"));

        Assert.Single(rows);
        Assert.Empty(report.Warnings);
    }
}
