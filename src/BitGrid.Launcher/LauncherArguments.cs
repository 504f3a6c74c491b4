using System.Globalization;
using BitGrid.Boot;

namespace BitGrid.Launcher;

/// <summary>The command line of the launcher.</summary>
internal sealed record LauncherArguments
{
    public const string Usage = """
        Usage: bitgrid-launcher [options] -- WORDS   starts the version that is in force with these words, and watches over it
               bitgrid-launcher [options] exec WORDS becomes that version, for one command
          --root DIR             folder of the versions (default: the folder of this program)
          --state DIR            folder of its own files (default: /var/lib/bitgrid/boot)
          --tries N              starts that a new version has to become healthy (default: 3)
          --healthy-within N     seconds that a start has to become healthy (default: 180)
        """;

    /// <summary>Where the versions are.</summary>
    public BootPlaces Places { get; init; } = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "/var/lib/bitgrid/boot");

    /// <summary>Starts that a version on trial has, 1 or more.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Time that a start has to become healthy.</summary>
    public TimeSpan HealthyWithin { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>True for one command instead of the service.</summary>
    public bool IsCommand { get; init; }

    /// <summary>What the program is told.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Reads a command line.</summary>
    /// <returns>What is wrong with it; <see langword="null"/> when nothing is.</returns>
    public static string? TryParse(IReadOnlyList<string> words, out LauncherArguments arguments)
    {
        arguments = new();
        for (int i = 0; i < words.Count; i += 2)
        {
            if (words[i] is "--" or "exec")
            {
                arguments = arguments with { IsCommand = words[i] == "exec", Words = [.. words.Skip(i + 1)] };
                return null;
            }

            if (i + 1 == words.Count || arguments.With(words[i], words[i + 1]) is not { } next)
                return $"'{words[i]}' is no option, or has no value that makes sense.";
            arguments = next;
        }

        return "There is nothing to start: write -- and the words for bitgrid, such as -- run.";
    }

    LauncherArguments? With(string option, string value) => option switch
    {
        "--root" => this with { Places = Places with { Root = Path.GetFullPath(value) } },
        "--state" => this with { Places = Places with { State = Path.GetFullPath(value) } },
        "--tries" when Number(value) is { } tries => this with { Tries = tries },
        "--healthy-within" when Number(value) is { } seconds => this with { HealthyWithin = TimeSpan.FromSeconds(seconds) },
        _ => null,
    };

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 3_600 ? number : null;
}
