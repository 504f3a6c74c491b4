using BitGrid.Host.Recordings;

namespace BitGrid.Host.Fleet;

/// <summary>One home of a fleet.</summary>
/// <param name="Number">Its number in the ordinal order of the names, from 0.</param>
/// <param name="Name">Its name: that of its file without the ending, or of its folder.</param>
/// <param name="Path">Its recording.</param>
internal sealed record FleetHome(int Number, string Name, string Path)
{
    static readonly string[] Endings = [".csv.gz", ".csv", ".parquet", ".db"];

    /// <summary>The homes in a folder: each recording in it is one, and each folder.</summary>
    /// <exception cref="InvalidDataException">There is none, or two have the same name; the message says what to do.</exception>
    public static IReadOnlyList<FleetHome> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException(new InputFault(new(folder), "there is no such folder", "a folder with one recording, or folder of recordings, per home", "check the path").ToString());
        FleetHome[] homes =
        [
            .. Directory.EnumerateFiles(folder).Where(file => EndingOf(file) is not null)
                .Concat(Directory.EnumerateDirectories(folder))
                .Select(path => (Name: NameOf(path), Path: path))
                .OrderBy(home => home.Name, StringComparer.Ordinal).ThenBy(home => home.Path, StringComparer.Ordinal)
                .Select((home, number) => new FleetHome(number, home.Name, home.Path)),
        ];
        if (homes.Length == 0)
            throw new InvalidDataException(new InputFault(new(folder), "the folder holds no home", "one recording (.csv, .csv.gz, .parquet, .db), or folder of recordings, per home", "check the path").ToString());
        if (homes.Zip(homes.Skip(1)).FirstOrDefault(pair => pair.First.Name == pair.Second.Name) is ({ } one, { } other))
            throw new InvalidDataException(new InputFault(new(other.Path), $"is called '{one.Name}' like {one.Path}", "one recording per home", "rename one of the two, or move it away").ToString());
        return homes;
    }

    /// <summary>Bytes of its recording: with the name it tells whether two shards see the same fleet.</summary>
    public long Bytes => File.Exists(Path)
        ? new FileInfo(Path).Length
        : Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    static string NameOf(string path)
    {
        string name = System.IO.Path.GetFileName(path);
        return EndingOf(path) is { } ending && !Directory.Exists(path) ? name[..^ending.Length] : name;
    }

    static string? EndingOf(string path) => Array.Find(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
