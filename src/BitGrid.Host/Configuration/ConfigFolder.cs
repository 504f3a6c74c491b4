using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BitGrid.Host.Configuration.Checks;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration;

/// <summary>The YAML files of a folder, each read once: what is checked is what is hashed.</summary>
/// <param name="Path">The folder as the user gave it.</param>
/// <param name="Files">Content by file name, in the order of the C locale.</param>
/// <param name="Faults">Files that could not be read.</param>
internal sealed record ConfigFolder(string Path, ImmutableSortedDictionary<string, byte[]> Files, ImmutableArray<ConfigFault> Faults)
{
    public const int MaxFileBytes = 256 * 1024;

    // `LC_ALL=C` sorts by bytes; UTF-16 order differs beyond the basic plane.
    static readonly IComparer<string> CLocale = Comparer<string>.Create(static (x, y) =>
        Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)));

    public static ConfigFolder Read(string path)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(CLocale);
        var faults = ImmutableArray.CreateBuilder<ConfigFault>();
        try
        {
            foreach (string file in Directory.EnumerateFiles(path).Where(IsYaml))
                Read(file, Shown(path, System.IO.Path.GetFileName(file)), files, faults);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add(Whole(Shown(path, ""), "the configuration folder cannot be read: " + Reason(failure),
                "Name the folder that holds config.yaml with --config, or copy the shipped folder 'config' there."));
        }

        return new(path, files.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>False when the folder itself cannot be read; then <see cref="Faults"/> says why.</summary>
    public bool IsReadable => Faults.All(fault => fault.File != Shown(Path, ""));

    /// <summary>Reads one of the files; a file that is missing is a document without content.</summary>
    public ConfigDocument Open(string file)
    {
        string shown = Shown(Path, file);
        if (Files.TryGetValue(file, out byte[]? content))
            return YamlReader.Read(shown, content);
        return ConfigFiles.MayBeMissing(file) || Faults.Any(fault => fault.File == shown)
            ? new(shown, Root: null, [])
            : new(shown, Root: null, [Whole(shown, "does not exist", $"Copy {file} from the folder 'config' that BitGrid is shipped with, and adapt it.")]);
    }

    /// <summary>Warnings about YAML files that nobody reads: often a misspelt name.</summary>
    public IEnumerable<ConfigFault> Strangers() =>
        from name in Files.Keys
        where !ConfigFiles.All.Contains(name, StringComparer.Ordinal)
        let meant = Nearest.Of(name, ConfigFiles.All)
        select Whole(Shown(Path, name), "is read by nobody, yet it changes config_hash", meant is null ? "Move it elsewhere." : $"Rename it if {meant} is meant, or move it elsewhere.")
            with { Severity = FaultSeverity.Warning, Allowed = string.Join(", ", ConfigFiles.All) };

    static void Read(string file, string shown, ImmutableSortedDictionary<string, byte[]>.Builder files, ImmutableArray<ConfigFault>.Builder faults)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            byte[] buffer = new byte[MaxFileBytes + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > MaxFileBytes)
                faults.Add(Whole(shown, "is too large for a configuration file", "Look whether it is the right file, and remove what does not belong there.") with { Allowed = TooLarge });
            else
                files.Add(System.IO.Path.GetFileName(file), buffer[..length]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add(Whole(shown, "cannot be read: " + Reason(failure), "Give the account that runs bitgrid the right to read it."));
        }
    }

    static string TooLarge { get; } = string.Create(CultureInfo.InvariantCulture, $"up to {MaxFileBytes / 1024} kB");

    static ConfigFault Whole(string shown, string problem, string repair) => new(shown, default, "", Value: null, problem, "", repair);

    // Like the shell's *.yaml: case counts, hidden files do not.
    static bool IsYaml(string file) =>
        file.EndsWith(".yaml", StringComparison.Ordinal) && System.IO.Path.GetFileName(file)[0] != '.';

    // The texts of the runtime may name the full path; the fault already names the file.
    static string Reason(Exception failure) => failure switch
    {
        DirectoryNotFoundException or FileNotFoundException => "it does not exist",
        UnauthorizedAccessException => "access is denied",
        _ => Printable.Text(failure.Message.TrimEnd('.'), quote: false),
    };

    static string Shown(string folder, string file) =>
        Printable.Text(System.IO.Path.Combine(folder, file).Replace('\\', '/'), quote: false);
}
