using BitGrid.TestKit;

namespace BitGrid.Build.Testing;

/// <summary>Runs test projects that are built, collects their counts and notes what is wrong besides failing tests.</summary>
internal sealed class TestRunner(bool isLong)
{
    static readonly string Results = RepositoryRoot.PathTo("artifacts/test-results");

    readonly List<string> _faults = [];
    readonly List<string> _failures = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>One line for each test that failed, so that the end of a log is enough to know which.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public void AddFault(string fault) => _faults.Add(fault);

    /// <summary>Forgets what earlier runs left: it must not count for this one.</summary>
    public static void Clear()
    {
        if (Directory.Exists(Results))
            Directory.Delete(Results, recursive: true);
    }

    /// <summary>Runs one project and prints one line for it, or everything it said if it failed.</summary>
    /// <param name="filter">Words for <c>dotnet test</c>; without them a project that reports no test is a fault.</param>
    public Counts Run(TestProject project, TestEnvironment environment, IReadOnlyList<string> filter)
    {
        var folder = Path.Combine(Results, environment.Name);
        string[] test = ["test", project.Assembly, "--nologo", "--logger", $"trx;LogFileName={project.Name}.trx", "--results-directory", folder];
        var (exitCode, output) = Shell.Capture(new Invocation("dotnet", [.. test, .. filter]) { Environment = Variables(environment) });
        var report = TrxReport.Read(Path.Combine(folder, $"{project.Name}.trx"));

        if (exitCode != 0)
            Console.Write(output);
        foreach (var reason in environment == TestEnvironment.AsIs ? report.SkipReasons : [])
            Console.WriteLine($"Skipped {reason}");
        _failures.AddRange(report.Failures.Select(failure => $"({environment.Name}) {failure}"));
        Console.WriteLine($"{project.Name} ({environment.Name}): {report.Counts}");

        if (exitCode != 0 && report.Counts.Failed == 0)
            AddFault($"{project.Name} ended with exit code {exitCode} under {environment.Name} although no test failed: it crashed or does not load.");
        else if (report.Counts.Total == 0 && filter is [])
            AddFault($"{project.Name} reported no test. Add one, or remove the project.");
        return report.Counts;
    }

    IReadOnlyDictionary<string, string?> Variables(TestEnvironment environment) =>
        isLong ? new Dictionary<string, string?>(environment.Variables()) { ["BITGRID_LONG"] = "1" } : environment.Variables();
}
