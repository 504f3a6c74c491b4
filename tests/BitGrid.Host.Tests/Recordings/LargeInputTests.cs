using System.Text;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Csv;
using static BitGrid.Host.Tests.Recordings.RecordingScenario;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>Memory is counted for the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(LargeInputTests), DisableParallelization = true)]
[Collection(nameof(LargeInputTests))]
public sealed class LargeInputTests
{
    const int MegaByte = 1 << 20;

    [Fact]
    public void A_file_of_100_MB_is_read_in_a_few_MB_of_memory()
    {
        InputReport report = new();
        using EndlessHouse house = new(100L * MegaByte);
        long most = long.MinValue;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var row in new RecordingReader(Site, report).Read([new CsvSource(FileName, () => house, report)]))
        {
            if (row.State.Block.Id % 200_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.False(report.IsBad, report.ToString());
        Assert.InRange(report.Rows, 700_000, long.MaxValue);
        Assert.InRange(most, long.MinValue + 1, 10 * MegaByte);
    }

    /// <summary>A CSV file that is made while it is read.</summary>
    sealed class EndlessHouse(long length) : Stream
    {
        byte[] _line = Encoding.UTF8.GetBytes("block_id,pv_power_w,house_load_w,grid_power_w,battery_soc_pct,price_ct_kwh,miner_power_w,miner_temp_c,miner_heartbeat_age_s,forecast_surplus_w,load_id,config_hash\n");
        int _used;
        long _block = Noon;
        long _made;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _made; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_used == _line.Length)
            {
                if (_made >= length)
                    return 0;
                _line = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{_block++},400.5,300.25,-100.75,60.5,21.75,1000,60.5,4,100|200|300|400|500,miner,{new string('a', 64)}\n"));
                _used = 0;
            }

            int count = Math.Min(buffer.Length, _line.Length - _used);
            _line.AsSpan(_used, count).CopyTo(buffer);
            _used += count;
            _made += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
