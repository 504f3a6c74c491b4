using System.Runtime.Versioning;
using BitGrid.Build.Packaging;
using BitGrid.Build.Testing;
using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

/// <summary>
/// The gate of every change. Its last line counts the tests of the run under the machine's own culture;
/// what fails under another culture, and every check of this program that fails, adds to the failed.
/// </summary>
internal sealed class TestTarget(string name, string description, bool isLong) : Target(name, description)
{
    static readonly string[] FastOnly = ["--filter", "Category!=Slow"];

    readonly TestRunner _runner = new(isLong);

    Counts _counts;

    public override bool TakesArguments => true;

    /// <param name="arguments">Words for <c>dotnet test</c>, such as a filter: then only that part runs, once.</param>
    public override void Run(IReadOnlyList<string> arguments)
    {
        try
        {
            TestRunner.Clear();
            Dotnet.BuildSolution();
            Has(MachineTool.Broker);
            Has(MachineTool.Browser);
            Has(MachineTool.Signatures);
            if (isLong && OperatingSystem.IsLinux())
                PrepareRelease();
            TestAll(ProjectsOfSolution(), arguments);
        }
        catch (BuildFailedException failure)
        {
            _runner.AddFault(failure.Message);
        }

        Report();
    }

    // The long tests install, start and break what is delivered.
    [UnsupportedOSPlatform("windows")]
    void PrepareRelease()
    {
        Has(MachineTool.Machines);
        var revision = Revision.Current();
        if (!Delivery.IsOf(revision))
            Delivery.Make(revision);
    }

    void TestAll(IReadOnlyList<TestProject> projects, IReadOnlyList<string> arguments)
    {
        foreach (var project in projects)
            _counts += _runner.Run(project, TestEnvironment.AsIs, arguments);

        if (arguments is [])
            TestUnderOtherCultures(projects);
        else if (_counts.Total == 0)
            _runner.AddFault($"No test matches: {string.Join(' ', arguments)}");
    }

    // Every test project on disk counts: one that the solution does not list would silently never run.
    TestProject[] ProjectsOfSolution()
    {
        var solution = File.ReadAllText(RepositoryRoot.PathTo("BitGrid.sln"));
        var projects = TestProject.In(RepositoryRoot.Folder).ToLookup(project => project.IsListedIn(solution));
        foreach (var project in projects[false])
            _runner.AddFault($"{project.Path} is not in BitGrid.sln. Add it: dotnet sln BitGrid.sln add {project.Path}");
        return [.. projects[true]];
    }

    bool Has(MachineTool tool)
    {
        var missing = tool.Ensure();
        if (missing is not null)
            _runner.AddFault(missing);
        return missing is null;
    }

    void TestUnderOtherCultures(IReadOnlyList<TestProject> projects)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("Not run under other cultures: only on Linux does the environment of a program set its culture.");
            return;
        }

        if (!Has(MachineTool.Cultures))
            return;
        foreach (var environment in TestEnvironment.Others)
        {
            foreach (var project in projects)
                _counts += new Counts(0, _runner.Run(project, environment, FastOnly).Failed, 0);
        }
    }

    void Report()
    {
        foreach (var failure in _runner.Failures)
            Console.WriteLine($"Failed {failure}");
        foreach (var fault in _runner.Faults)
            Console.WriteLine($"Failed check: {fault}");

        var counts = _counts with { Failed = _counts.Failed + _runner.Faults.Count };
        Console.WriteLine(counts);
        if (counts.Failed > 0)
            Environment.ExitCode = 1;
    }
}
