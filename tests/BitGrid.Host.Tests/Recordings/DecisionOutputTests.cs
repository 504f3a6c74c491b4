using System.IO.Compression;
using System.Text;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Recordings.Verification;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Recordings;

public sealed class DecisionOutputTests
{
    [Fact]
    public void Lines_are_the_canonical_records_byte_for_byte()
    {
        using TemporaryFolder folder = new();
        DecisionRow[] day = DecisionScenario.Day();

        Write(folder["decisions.jsonl"], DecisionFormat.Jsonl, day);

        Assert.Equal(string.Concat(day.Select(row => Encoding.UTF8.GetString(row.Line.Span) + "\n")), File.ReadAllText(folder["decisions.jsonl"]));
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void A_table_of_decisions_reads_the_same_in_every_language(string culture)
    {
        using TemporaryFolder folder = new();

        Cultures.Under(culture, () => Write(folder["decisions.csv"], DecisionFormat.Csv, DecisionScenario.Day(), record => record.Reason.En));

        Snapshot.Match(File.ReadAllText(folder["decisions.csv"]));
    }

    [Theory]
    [InlineData("decisions.jsonl", DecisionFormat.Jsonl)]
    [InlineData("decisions.jsonl.gz", DecisionFormat.Jsonl)]
    [InlineData("decisions.parquet", DecisionFormat.Parquet)]
    internal void Recorded_decisions_are_read_again_byte_for_byte(string name, DecisionFormat format)
    {
        using TemporaryFolder folder = new();
        DecisionRow[] day = DecisionScenario.Day();
        InputReport report = new();

        Write(folder[name], format, day);
        RecordedDecision[] recorded = [.. new RecordedDecisions(report).Read(folder[name])];

        Assert.False(report.IsBad, report.ToString());
        Assert.Equal(day.Select(row => Convert.ToHexString(row.Line.Span)), recorded.Select(decision => Convert.ToHexString(decision.Line.Span)));
        Assert.Equal([name], folder.Files);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_a_whole_one()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["decisions.csv"], "old");

        using (ITableWriter<DecisionRow> writer = DecisionOutput.Open(folder["decisions.csv"], DecisionFormat.Csv))
        {
            writer.Write(DecisionScenario.Day()[0]);
            Assert.Equal("old", File.ReadAllText(folder["decisions.csv"]));
        }

        Assert.Equal("old", File.ReadAllText(folder["decisions.csv"]));
        Write(folder["decisions.csv"], DecisionFormat.Csv, DecisionScenario.Day());
        Assert.StartsWith("block_id,window_start,load_id", File.ReadAllText(folder["decisions.csv"]));
    }

    [Theory]
    [InlineData(DecisionFormat.Jsonl)]
    [InlineData(DecisionFormat.Csv)]
    [InlineData(DecisionFormat.Parquet)]
    internal void What_is_not_completed_leaves_nothing_behind(DecisionFormat format)
    {
        using TemporaryFolder folder = new();

        using (ITableWriter<DecisionRow> writer = DecisionOutput.Open(folder["decisions"], format))
            writer.Write(DecisionScenario.Day()[0]);

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_told_with_a_repair()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["folder"]);
        string[] messages =
        [
            Message(folder["missing/decisions.csv"], DecisionFormat.Csv),
            Message(folder["folder"], DecisionFormat.Csv),
            Message("-", DecisionFormat.Parquet),
        ];

        Snapshot.Match(string.Join('\n', messages).Replace(folder[""], "/output", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DecisionFormat.Jsonl)]
    [InlineData(DecisionFormat.Csv)]
    [InlineData(DecisionFormat.Parquet)]
    internal void A_full_disk_is_told_and_not_a_crash(DecisionFormat format)
    {
        // A device that refuses every byte; other systems have none.
        const string full = "/dev/full";
        if (!File.Exists(full))
            return;

        OutputException fault = Assert.Throws<OutputException>(() => Write(full, format, DecisionScenario.Day()));

        Assert.StartsWith("/dev/full: cannot be written (No space left on device", fault.Message);
    }

    [Fact]
    public void A_compressed_table_can_be_unpacked_by_anybody()
    {
        using TemporaryFolder folder = new();
        Write(folder["decisions.csv.gz"], DecisionFormat.Csv, DecisionScenario.Day());
        Write(folder["decisions.csv"], DecisionFormat.Csv, DecisionScenario.Day());

        using StreamReader unpacked = new(new GZipStream(File.OpenRead(folder["decisions.csv.gz"]), CompressionMode.Decompress));

        Assert.Equal(File.ReadAllText(folder["decisions.csv"]), unpacked.ReadToEnd());
    }

    static string Message(string path, DecisionFormat format) =>
        Assert.Throws<OutputException>(() => DecisionOutput.Open(path, format)).Message;

    static bool Write(string path, DecisionFormat format, IEnumerable<DecisionRow> rows, Func<DecisionRecord, string>? explain = null)
    {
        using ITableWriter<DecisionRow> writer = DecisionOutput.Open(path, format, explain);
        foreach (DecisionRow row in rows)
            writer.Write(row);
        writer.Complete();
        return true;
    }
}
