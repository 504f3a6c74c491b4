using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BitGrid.Samples.SampleHouse;

var seed = new Option<ulong>("--seed") { Description = "Decides every chance: the same seed gives the same bytes.", DefaultValueFactory = _ => 48116 };
// The default is not given to the option: the help would print it in the machine's culture.
var start = new Option<DateOnly?>("--start") { Description = "First day, YYYY-MM-DD; it begins at midnight UTC. [default: 2025-06-01]", CustomParser = ParseDate };
var days = new Option<int>("--days") { Description = "Number of days, 1 to 366.", DefaultValueFactory = _ => 30 };
var output = new Option<FileInfo>("--output") { Description = "CSV file to write; an existing one is replaced.", Required = true };
days.Validators.Add(RequireDays);
output.Validators.Add(RequireFolder);

var command = new RootCommand("Simulates a house with PV, battery, miner and hot water, and writes its ten-minute states.") { seed, start, days, output };
command.SetAction(parsed =>
{
    using var writer = new StreamWriter(parsed.GetRequiredValue(output).FullName);
    StateFile.Write(writer, House.Simulate(parsed.GetValue(seed), parsed.GetValue(start) ?? new(2025, 6, 1), parsed.GetValue(days)));
});
return command.Parse(args).Invoke();

static DateOnly? ParseDate(ArgumentResult argument)
{
    string text = argument.Tokens[0].Value;
    if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1996 and <= 2100)
        return date;

    argument.AddError($"--start: '{text}' is not a date from 1996 to 2100. Write it as YYYY-MM-DD, for example 2025-06-01.");
    return null;
}

static void RequireDays(OptionResult option)
{
    if (option.GetValueOrDefault<int>() is < 1 or > 366)
        option.AddError($"--days: '{option.Tokens[0].Value}' is outside 1 to 366.");
}

static void RequireFolder(OptionResult option)
{
    var folder = option.GetValueOrDefault<FileInfo>()?.Directory;
    if (folder is { Exists: false })
        option.AddError($"--output: the folder '{folder.FullName}' does not exist. Create it first or name another file.");
}
