using BitGrid.Launcher;

if (LauncherArguments.TryParse(args, out LauncherArguments arguments) is { } fault)
    return Supervisor.Refuse($"{fault}\n{LauncherArguments.Usage}");
if (arguments.IsCommand)
    return Passage.Exec(arguments);
using Supervisor supervisor = new(arguments);
return supervisor.Run();

internal sealed partial class Program;
