using System.Collections.Immutable;
using System.Globalization;

namespace BitGrid.Host.Scenarios;

/// <summary>
/// Reads a scenario: a Markdown file with a heading, prose, a list of what is given (<c>- start: 2025-06-08 11:00</c>), and one table.
/// </summary>
internal sealed class ScenarioReader
{
    const string StartFormat = "yyyy-MM-dd HH:mm";
    static readonly string[] Words = ["part", "start", "begins", "needs", "plugin"];

    readonly string _file;
    readonly string[] _lines;
    readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    readonly List<ScenarioStep> _steps = [];
    string[]? _columns;
    string _title = "";

    ScenarioReader(string file) => (_file, _lines) = (file, File.ReadAllLines(file));

    /// <summary>Reads one file.</summary>
    /// <exception cref="ScenarioException">It is no scenario.</exception>
    public static Scenario Read(string file) => new ScenarioReader(file).Read();

    /// <summary>Reads every scenario of a folder, in ordinal order of their names; none when there is no such folder.</summary>
    /// <exception cref="ScenarioException">One of them is no scenario.</exception>
    public static IReadOnlyList<Scenario> ReadFolder(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.md").Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal).Select(Read)];

    Scenario Read()
    {
        for (int i = 0; i < _lines.Length; i++)
            ReadLine(i + 1, _lines[i].Trim());
        if (_title.Length == 0)
            throw Fault(1, "has no heading", "a first line such as '# A hot miner stops'", "Add one.");
        if (!_steps.Exists(step => step.Expect.Length + step.Because.Length + step.Path.Length + step.Rejected.Length > 0))
            throw Fault(_lines.Length, "has no table that expects something", $"columns {string.Join(", ", ScenarioColumns.All)}", "Add one.");
        return new()
        {
            Id = Path.GetFileNameWithoutExtension(_file),
            Title = _title,
            File = _file,
            Part = Word("part", "engine", "host") == "host" ? ScenarioPart.Host : ScenarioPart.Engine,
            Start = Start(),
            BeginsRunning = Word("begins", "off", "running") == "running",
            Needs = [.. _given.GetValueOrDefault("needs", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Plugin = _given.GetValueOrDefault("plugin", ""),
            Steps = [.. _steps],
        };
    }

    void ReadLine(int line, string text)
    {
        if (text.StartsWith("# ", StringComparison.Ordinal))
            _title = text[2..];
        else if (text.StartsWith("- ", StringComparison.Ordinal))
            ReadGiven(line, text[2..]);
        else if (text.StartsWith('|'))
            ReadRow(line, [.. text.Trim('|').Split('|').Select(cell => cell.Trim())]);
    }

    void ReadGiven(int line, string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !Words.Contains(parts[0], StringComparer.Ordinal))
            throw Fault(line, $"'{text}' is not known", string.Join(", ", Words.Select(word => $"- {word}: …")), "Correct it; prose does not begin with '- '.");
        _given[parts[0]] = parts[1];
    }

    void ReadRow(int line, string[] cells)
    {
        if (cells.All(cell => cell.Length > 0 && cell.All(letter => letter is '-' or ':')))
            return;
        if (_columns is null)
        {
            _columns = cells;
            if (cells.FirstOrDefault(cell => !ScenarioColumns.All.Contains(cell)) is { } unknown)
                throw Fault(line, $"the column '{unknown}' is not known", string.Join(", ", ScenarioColumns.All), "Rename or remove it.");
            return;
        }

        if (cells.Length != _columns.Length)
            throw Fault(line, $"the row has {Count(cells.Length)} cells, the heading {Count(_columns.Length)}", "as many", "Complete the row; an empty cell is two spaces between bars.");
        AddStep(line, cells);
    }

    void AddStep(int line, string[] cells)
    {
        ScenarioStep? above = _steps.LastOrDefault();
        var row = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
            row[_columns![i]] = cells[i].Length == 0 && ScenarioColumns.Numbers.Contains(_columns[i]) ? above?[_columns[i]] ?? "" : cells[i];
        int next = above is null ? 0 : above.FirstBlock + above.Blocks;
        (int first, int blocks) = Blocks(line, row.GetValueOrDefault(ScenarioColumns.Block, ""), row.GetValueOrDefault(ScenarioColumns.Asked, "") == "message" ? next - 1 : next);
        _steps.Add(new(line, first, blocks, row.ToImmutable()));
    }

    (int First, int Blocks) Blocks(int line, string cell, int next)
    {
        if (cell.Length == 0)
            return (next, 1);
        int[] ends = [.. cell.Split('-').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int block) ? block : -1)];
        if (ends.Length > 2 || ends[0] < next || ends[^1] < ends[0])
            throw Fault(line, $"the block '{cell}' cannot be", $"{Count(next)} or later, or several such as {Count(next)}-{Count(next + 2)}", "Number the blocks from 0 on, in order.");
        return (ends[0], ends[^1] - ends[0] + 1);
    }

    DateTimeOffset Start()
    {
        string text = _given.GetValueOrDefault("start", "2025-06-08 11:00");
        if (!DateTimeOffset.TryParseExact(text, StartFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start) || start.Minute % 10 != 0)
            throw Fault(1, $"start: '{text}' cannot be", "the start of a block in UTC, such as 2025-06-08 11:00", "Correct it.");
        return start;
    }

    string Word(string key, string usual, string other)
    {
        string word = _given.GetValueOrDefault(key, usual);
        return word == usual || word == other ? word : throw Fault(1, $"{key}: '{word}' is not known", $"{usual}, {other}", "Correct it.");
    }

    ScenarioException Fault(int line, string problem, string allowed, string repair) => new($"{_file}:{Count(line)}: {problem}. Allowed: {allowed}. {repair}");

    static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
