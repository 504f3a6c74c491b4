using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

/// <summary>A plugin folder that is not as it was built is refused, and says what to do; the others go on.</summary>
public sealed class TamperingTests : IDisposable
{
    const string Victim = "test.uses-library-v1";

    readonly PluginStage _stage = new(Victim, "bitgrid.rules");

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData("UsesLibraryV1.dll")]
    [InlineData("UsesLibraryV1.deps.json")]
    [InlineData("BitGrid.TestLibrary.dll")]
    public void A_changed_file_is_refused_with_both_hashes(string file)
    {
        File.AppendAllText(_stage.FileOf(Victim, file), " ");

        AssertRefused(_stage.FileOf(Victim, file), "has the SHA-256", "but plugin.yaml says", "copy the plugin's whole folder again");
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        File.Delete(_stage.FileOf(Victim, "BitGrid.TestLibrary.dll"));

        AssertRefused("BitGrid.TestLibrary.dll is missing", "Copy the plugin's whole folder");
    }

    [Theory]
    [InlineData("extra.dll")]
    [InlineData("EXTRA.DLL")]
    [InlineData("libextra.so")]
    [InlineData("UsesLibraryV1.runtimeconfig.json")]
    [InlineData("de/BitGrid.TestLibrary.resources.dll")]
    public void Code_that_the_manifest_does_not_list_is_refused(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_stage.FileOf(Victim, file))!);
        File.WriteAllText(_stage.FileOf(Victim, file), "");

        AssertRefused(_stage.FileOf(Victim, file), "is not listed", "Remove it");
    }

    [Fact]
    public void A_readme_beside_the_assemblies_is_welcome()
    {
        File.WriteAllText(_stage.FileOf(Victim, "README.md"), "# Hello");

        Assert.Equal(PluginStatus.Active, _stage.Report(Victim).Status);
    }

    [Theory]
    [InlineData("../x.dll")]
    [InlineData("../bitgrid.rules/BitGrid.Rules.dll")]
    [InlineData("../test.uses-library-v1-evil/x.dll")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../x.dll")]
    [InlineData(".")]
    public void An_assembly_outside_the_folder_is_refused(string name)
    {
        _stage.EditManifest(Victim, manifest => manifest.Replace("\"UsesLibraryV1.dll\"", $"\"{name}\"", StringComparison.Ordinal));

        AssertRefused($"'{name}'", "outside the plugin's folder", "build the plugin again");
    }

    [Fact]
    public void A_copy_under_another_name_is_refused_and_the_original_stays()
    {
        PluginStage.CopyFolder(_stage.FolderOf(Victim), _stage.FolderOf("copy"));

        LoadingTests.AssertOnlyFaulty(_stage, "copy", PluginStatus.Refused, $"is called '{Victim}'", "rename it", "or remove it");
    }

    [Fact]
    public void A_folder_without_manifest_is_refused()
    {
        File.Delete(_stage.ManifestOf(Victim));

        AssertRefused(_stage.ManifestOf(Victim), "is missing", "remove this one");
    }

    [Fact]
    public void A_broken_manifest_is_refused_with_file_line_and_column()
    {
        File.WriteAllText(_stage.ManifestOf(Victim), "id: x\nversion: [\n");

        AssertRefused($"{_stage.ManifestOf(Victim)}:2:10: ");
    }

    [UnixTheory]
    [InlineData("")]
    [InlineData(Victim)]
    [InlineData($"{Victim}/plugin.yaml")]
    [InlineData($"{Victim}/UsesLibraryV1.dll")]
    public void What_every_user_can_write_is_refused_with_the_command_that_repairs_it(string path)
    {
        string open = Path.TrimEndingDirectorySeparator(Path.Combine(_stage.Folder, path));
        SetMode(open, UnixFileMode.OtherWrite);

        PluginReport report = _stage.Report(Victim);
        Assert.Equal(PluginStatus.Refused, report.Status);
        Assert.EndsWith($"Run: chmod o-w '{open}'", report.Reason, StringComparison.Ordinal);
        Assert.Equal(path.Length == 0 ? PluginStatus.Refused : PluginStatus.Active, _stage.Report("bitgrid.rules").Status);
    }

    [UnixTheory]
    [InlineData("UsesLibraryV1.dll")]
    [InlineData("docs")]
    public void A_link_inside_the_folder_is_refused_with_its_target(string name)
    {
        File.Delete(_stage.FileOf(Victim, name));
        File.CreateSymbolicLink(_stage.FileOf(Victim, name), _stage.Folder);

        AssertRefused(_stage.FileOf(Victim, name), $"is a link to {_stage.Folder}", "replace the link");
    }

    static void SetMode(string path, UnixFileMode more)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);
    }

    void AssertRefused(params string[] reasonParts) => LoadingTests.AssertOnlyFaulty(_stage, Victim, PluginStatus.Refused, reasonParts);
}
