using System.CommandLine;
using BitGrid.Build;
using BitGrid.Build.Targets;
using BitGrid.Build.Testing;

Target[] targets =
[
    new RunTarget(),
    new TestTarget("test", "Build everything and run every test, then again under other cultures and time zones", isLong: false),
    new TestTarget("test-release", "All tests, the long ones too: whole machines and containers with what make build makes; an hour, before a release", isLong: true),
    new BenchTarget(),
    new BuildTarget(),
    new VerifyReproducibleTarget(),
    new ReleaseTarget(),
    new PublishTarget(),
    new PackTarget(),
    new LockBaseTarget(),
    new FormatTarget(),
    new MutateTarget(),
    new CleanTarget(),
];

// The child decides what an interrupt means (a running bitgrid stops its loads); this program waits for it.
Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;

var root = new RootCommand("Builds, tests and packs BitGrid.");
foreach (var target in targets)
    root.Add(AsCommand(target));
root.Add(AsCommand(new HelpTarget(root)));
root.Add(AsCommand(new ProbeTarget()));

return root.Parse(args is [] ? ["help"] : args).Invoke();

static Command AsCommand(Target target)
{
    var command = new Command(target.Name, target.Description)
    {
        TreatUnmatchedTokensAsErrors = !target.TakesArguments,
        Hidden = target is ProbeTarget,
    };
    command.SetAction(parsed => Run(target, parsed.UnmatchedTokens));
    return command;
}

static int Run(Target target, IReadOnlyList<string> arguments)
{
    try
    {
        target.Run(arguments);
        return Environment.ExitCode;
    }
    catch (BuildFailedException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
}
