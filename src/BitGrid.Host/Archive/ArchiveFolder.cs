using System.Globalization;

namespace BitGrid.Host.Archive;

/// <summary>The folder of the archive: a file per UTC day, <c>YYYY/MM/day_DD.parquet</c>.</summary>
/// <param name="root">Path of the folder; it need not exist.</param>
internal sealed class ArchiveFolder(string root)
{
    const string NameOfDay = "yyyy'/'MM'/day_'dd'.parquet'";
    const string SetAsideMark = ".corrupt-";

    /// <summary>Path of the folder.</summary>
    public string Root => root;

    /// <summary>Where a day belongs.</summary>
    public string PathOf(long day) => Path.Combine(root, ArchivedDay.DateOf(day).ToDateTime(default).ToString(NameOfDay, CultureInfo.InvariantCulture));

    /// <summary>The days that are there, in order.</summary>
    public IReadOnlyList<ArchivedDay> Days() => [.. Found(isSetAside: false)];

    /// <summary>Damaged days that were set aside, in order.</summary>
    public IReadOnlyList<ArchivedDay> SetAside() => [.. Found(isSetAside: true)];

    /// <summary>Gives a damaged day another name, so that nobody takes it for a good one.</summary>
    /// <returns>Its new path.</returns>
    public static string SetAside(string path, DateTimeOffset now)
    {
        string aside = string.Create(CultureInfo.InvariantCulture, $"{path}{SetAsideMark}{now.UtcDateTime:yyyyMMddTHHmmssZ}");
        File.Move(path, aside, overwrite: true);
        return aside;
    }

    IEnumerable<ArchivedDay> Found(bool isSetAside) => Directory.Exists(root)
        ? new DirectoryInfo(root).EnumerateFiles("day_*", SearchOption.AllDirectories).Select(file => Parse(file, isSetAside)).OfType<ArchivedDay>().OrderBy(day => day.Day)
        : [];

    ArchivedDay? Parse(FileInfo file, bool isSetAside)
    {
        string name = Path.GetRelativePath(root, file.FullName).Replace('\\', '/');
        int mark = name.IndexOf(SetAsideMark, StringComparison.Ordinal);
        bool isDay = DateTime.TryParseExact(mark < 0 ? name : name[..mark], NameOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date);
        return isDay && mark >= 0 == isSetAside ? new((date - DateTime.UnixEpoch).Days, file.FullName, file.Length) : null;
    }
}
