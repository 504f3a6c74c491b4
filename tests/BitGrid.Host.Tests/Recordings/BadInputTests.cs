using System.Globalization;
using System.Text;
using BitGrid.Host.Recordings;
using BitGrid.TestKit;
using static BitGrid.Host.Tests.Recordings.RecordingScenario;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>What people read when their file is not as it should be.</summary>
public sealed class BadInputTests
{
    const string Header = "block_id,pv_power_w,house_load_w,grid_power_w,battery_soc_pct";

    [Fact]
    public void Every_broken_line_is_told_with_line_column_value_and_repair()
    {
        var (rows, report) = ReadCsv(Lines(
            Header + ",running,level,window_start",
            "2864952,400,300,-100,60,false,0,2024-06-21T12:00:00Z",
            "2864953,lots,300,none,60,,,",
            "2864954,400,300,-100",
            "2864955,400,300,-100,60,yes,0,",
            "2864956,400,300,-100,60,true,0,",
            "2864957,400,300,-100,60,true,7,",
            "2864958,400,300,-100,60,,,2024-06-21T12:55:00Z",
            "2864959,400,300,-100,60,,,2024-06-21T18:00:00Z",
            ",400,300,-100,60,,,21.06.2024 13:20",
            ",400,300,-100,60,,,",
            "2864952.5,400,300,-100,60,,,",
            "-1,400,300,-100,60,,,",
            "2864963,1,5,300,-100,60,,,",
            "2864964,400,300,-100,60,false,0,"));

        Assert.Equal([2864952, 2864964], rows.Select(row => row.State.Block.Id));
        Assert.Equal(13, report.FaultCount);
        Snapshot.Match(report.ToString());
    }

    [Fact]
    public void Times_out_of_order_and_double_blocks_are_faults()
    {
        var (rows, report) = ReadCsv(Lines(Header, "2864952,1,1,1,1", "2864954,1,1,1,1", "2864953,1,1,1,1", "2864954,2,2,2,2", "2864955,1,1,1,1"));

        Assert.Equal([2864952, 2864954, 2864955], rows.Select(row => row.State.Block.Id));
        Snapshot.Match(report.ToString());
    }

    [Fact]
    public void Each_load_may_have_one_row_per_block()
    {
        var (rows, report) = ReadCsv(Lines("block_id,load_id", "2864952,miner", "2864952,heater", "2864952,", "2864952,pump", "2864953,heater", "2864953,miner"));

        Assert.Equal(["miner", "heater", "pump", "heater", "miner"], rows.Select(row => row.LoadId));
        Snapshot.Match(report.ToString());
    }

    [Fact]
    public void Gaps_are_told_and_are_no_fault()
    {
        var (_, report) = ReadCsv(Lines(Header, "2864952,1,1,1,1", "2864953,1,1,1,1", "2864960,1,1,1,1", "2864962,1,1,1,1"));

        Assert.False(report.IsBad);
        Assert.Equal((2, 7), (report.Gaps, report.MissingBlocks));
        Snapshot.Match(report.ToString());
    }

    [Fact]
    public void A_day_of_nothing_is_a_day_of_missing_readings()
    {
        var (rows, report) = ReadCsv(Lines([Header, .. Enumerable.Range(0, 144).Select(block => $"{Noon + block},,,,")]));

        Assert.False(report.IsBad);
        Assert.Equal(144, rows.Length);
        Assert.All(rows, row => Assert.Equal(DataQuality.Invalid, row.State.Quality));
        Snapshot.Match(report.ToString());
    }

    [Fact]
    public void Readings_that_cannot_be_true_are_corrected_and_counted()
    {
        var (rows, report) = ReadCsv(Lines(
            Header + ",miner_temp_c",
            "2864952,-5,300,-100,130,60",
            "2864953,-7,300,NaN,60,-1",
            "2864954,99999,300,Infinity,60,999",
            "2864955,400,300,99999,-3,1e400",
            "2865024,700,300,10,60,60"));

        Assert.False(report.IsBad);
        Assert.Equal([0, 0, null, 400, null], rows.Select(row => row.State.PvPowerW));
        Assert.Equal([100, 60, 60, 0, 60], rows.Select(row => row.State.BatterySocPct));
        Assert.Equal([60, null, null, null, 60], rows.Select(row => row.Readings.TempC));
        Snapshot.Match(report.ToString());
    }

    [Theory]
    [InlineData("semicolon", "block_id;pv_power_w;house_load_w\n2864952;1,5;2,5\n")]
    [InlineData("tabulator", "block_id\tpv_power_w\n2864952\t1.5\n")]
    [InlineData("no_names", "2864952,400,300\n2864953,400,300\n")]
    [InlineData("no_time", "pv_power_w,house_load_w\n400,300\n")]
    [InlineData("twice", "block_id,pv_power_w,pv_power_w\n2864952,1,2\n")]
    [InlineData("empty", "")]
    [InlineData("blank", "\n\n")]
    [InlineData("decimal_comma", "block_id,pv_power_w\n2864952,1,5\n2864953,2,5\n")]
    [InlineData("open_quotation", "block_id,load_id\n2864952,\"miner\n2864953,miner\n")]
    [InlineData("control_characters", "block_id,pv_power_w\n2864952,\u001b[31mred\u0007\u202e\n")]
    public void A_file_in_another_form_is_refused_with_a_hint(string name, string text)
    {
        var (rows, report) = ReadCsv(text);

        Assert.Empty(rows);
        Assert.True(report.IsBad);
        Snapshot.Match(report.ToString(), name);
    }

    [Fact]
    public void A_header_without_rows_is_an_empty_recording()
    {
        var (rows, report) = ReadCsv(Header);

        Assert.Empty(rows);
        Assert.False(report.IsBad);
        Assert.Equal("read: no rows", report.ToString());
    }

    [Fact]
    public void Columns_that_are_not_used_are_named_once()
    {
        var (rows, report) = ReadCsv(Lines("block_id,note,pv_power_w,surplus_w,PV", "2864952,\"sunny, warm\",400,100,1"));

        Assert.Equal(400, Assert.Single(rows).State.PvPowerW);
        Assert.Equal(["house.csv: columns not used: 'note', 'PV'"], report.Warnings);
    }

    [Fact]
    public void A_byte_order_mark_and_the_line_ends_of_Windows_change_nothing()
    {
        string text = Lines(Header, "2864952,400,300,-100,60", "2864953,x,300,-100,60", "", "2864954,400,300,-100,60");
        byte[] windows = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];

        var (rows, report) = ReadCsv(windows);

        Assert.Equal(2, rows.Length);
        Assert.Equal(ReadCsv(text).Report.ToString(), report.ToString());
        Assert.Equal(3, Assert.Single(report.Faults).Place.Line);
    }

    [Fact]
    public void Only_the_first_hundred_faults_are_shown_and_the_rest_is_counted()
    {
        var (_, report) = ReadCsv(Lines([Header, .. Enumerable.Range(0, 250).Select(block => $"{Noon + block},x,,,")]));

        Assert.Equal(250, report.FaultCount);
        Assert.Equal(100, report.Faults.Count);
        Assert.EndsWith("\nerror: 150 more faults are not shown", report.ToString());
    }

    [Fact]
    public void A_line_that_never_ends_is_a_fault_and_not_a_crash()
    {
        var (rows, report) = ReadCsv(Lines("block_id,load_id", "2864952,miner", "2864953," + new string('x', 1 << 20)));

        Assert.Single(rows);
        Assert.True(report.IsBad);
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void The_language_of_the_machine_changes_neither_numbers_nor_messages(string culture)
    {
        string text = Lines(Header + ",running", "2864952,1.5,300,-100.25,60,TRUE", "2864953,\"1,5\",300,-100,60,", "2864954,i,300,99999.5,60,");

        var (rows, report) = Cultures.Under(culture, () => ReadCsv(text));

        Assert.Equal(1.5, Assert.Single(rows).State.PvPowerW);
        Assert.True(rows[0].Recorded!.Value.Running);
        Assert.Equal(ReadCsv(text).Report.ToString(), Cultures.Under(culture, report.ToString));
    }

    [Fact]
    public void Instants_are_UTC_unless_they_say_otherwise()
    {
        var (rows, report) = ReadCsv(Lines(
            "window_start", "2024-06-21T12:00:00Z", "2024-06-21T14:10:00+02:00", "2024-06-21 12:20:00", "2024-06-21T12:30", "2024-06-21T12:40:00.000Z"));

        Assert.False(report.IsBad, report.ToString());
        Assert.Equal(Enumerable.Range(0, 5).Select(i => Noon + i), rows.Select(row => row.State.Block.Id));
    }

    [Theory]
    [InlineData(null, null, 0, 5)]
    [InlineData("12:10:00", null, 1, 4)]
    [InlineData("12:10:01", null, 2, 3)]
    [InlineData(null, "12:30:00", 0, 3)]
    [InlineData(null, "12:29:59", 0, 2)]
    [InlineData("12:10:00", "12:20:00", 1, 1)]
    public void Only_blocks_wholly_inside_the_wanted_period_are_read(string? from, string? until, int first, int count)
    {
        DateTimeOffset? At(string? time) => time is null ? null : DateTimeOffset.Parse($"2024-06-21T{time}Z", CultureInfo.InvariantCulture);
        string text = Lines(["block_id", .. Enumerable.Range(0, 5).Select(block => $"{Noon + block}")]);

        var (rows, _) = ReadCsv(text, Period.Between(At(from), At(until)));

        Assert.Equal(Enumerable.Range(first, count).Select(block => Noon + block), rows.Select(row => row.State.Block.Id));
    }
}
