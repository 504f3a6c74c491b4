using BitGrid.Build.Testing;

namespace BitGrid.Build.Tests;

public sealed class TestProjectTests
{
    [Fact]
    public void Every_test_project_on_disk_is_found_and_checked_against_the_solution()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/A.Tests/A.Tests.csproj", "");
        repository.Write("tests/Kit/Kit.csproj", "");
        repository.Write("samples/B/B.Tests/B.Tests.csproj", "");
        const string solution = """Project("{X}") = "A.Tests", "tests\A.Tests\A.Tests.csproj", "{Y}" """;

        var projects = TestProject.In(repository.Path);

        Assert.Equal(["samples/B/B.Tests/B.Tests.csproj", "tests/A.Tests/A.Tests.csproj"], projects.Select(project => project.Path));
        Assert.Equal([false, true], projects.Select(project => project.IsListedIn(solution)));
    }
}
