using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class CleanTarget() : Target("clean", "Delete what builds made (artifacts/, dist/), except this program")
{
    public override void Run(IReadOnlyList<string> arguments)
    {
        Delete(RepositoryRoot.PathTo("dist"));
        Delete(RepositoryRoot.PathTo("artifacts"));
    }

    // A running program cannot be deleted everywhere, so the folders of the build program itself stay.
    static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => Path.GetFileName(child) != "Build").ToArray())
        {
            if (Directory.Exists(Path.Combine(child, "Build")))
                Delete(child);
            else
                Directory.Delete(child, recursive: true);
        }
    }
}
