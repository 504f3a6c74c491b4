using System.Text;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Csv;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>Reads text as if it were a file called <c>house.csv</c>.</summary>
internal static class RecordingScenario
{
    public const string FileName = "house.csv";

    // 2024-06-21T12:00:00Z
    public const long Noon = 2_864_952;

    public static SiteProfile Site { get; } = new()
    {
        LatitudeDeg = 50.1,
        LongitudeDeg = 8.7,
        Loads =
        [
            new LoadProfile { Id = "miner", LevelsW = [800, 1300, 1650] },
            new LoadProfile { Id = "heater", Kind = LoadKind.Heater, LevelsW = [1500] },
        ],
    };

    public static (ReplayRow[] Rows, InputReport Report) ReadCsv(string text, Period period = default) =>
        ReadCsv(Encoding.UTF8.GetBytes(text), period);

    public static (ReplayRow[] Rows, InputReport Report) ReadCsv(byte[] bytes, Period period = default)
    {
        InputReport report = new();
        RecordingReader reader = new(Site, report, period);
        return ([.. reader.Read([new CsvSource(FileName, () => new MemoryStream(bytes), report)])], report);
    }

    public static (ReplayRow[] Rows, InputReport Report) Read(string path)
    {
        InputReport report = new();
        return ([.. new RecordingReader(Site, report).Read(path)], report);
    }

    public static string Lines(params string[] lines) => string.Join('\n', lines) + "\n";
}
