using BitGrid.Launcher;

// Called by the name of the program it becomes the program: in a container there is no shell that could say `exec`.
string[] words = Path.GetFileName(Environment.GetCommandLineArgs()[0]) == "bitgrid" ? ["exec", .. args] : args;
if (LauncherArguments.TryParse(words, out LauncherArguments arguments) is { } fault)
    return Supervisor.Refuse($"{fault}\n{LauncherArguments.Usage}");
if (arguments.IsCommand)
    return Passage.Exec(arguments);
using Supervisor supervisor = new(arguments);
return supervisor.Run();

internal sealed partial class Program;
