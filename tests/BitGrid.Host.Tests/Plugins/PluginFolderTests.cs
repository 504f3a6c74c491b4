using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

public sealed class PluginFolderTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("bitgrid-folder-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_option_beats_the_variable_and_the_variable_beats_the_program_folder()
    {
        string program = Make("opt/bitgrid");
        Make("opt/bitgrid/plugins");
        string option = Path.Combine(_root, "option");
        string variable = Path.Combine(_root, "variable");

        Assert.Equal(option, PluginFolder.Find(option, variable, program));
        Assert.Equal(variable, PluginFolder.Find(null, variable, program));
        Assert.Equal(Path.Combine(program, "plugins"), PluginFolder.Find(null, "", program));
        Assert.Equal(Path.Combine(program, "plugins"), PluginFolder.Find(null, null, program));
    }

    [Fact]
    public void A_program_in_the_output_of_a_build_finds_the_plugins_of_that_build() =>
        Assert.Equal(Path.Combine(_root, "artifacts", "plugins"), PluginFolder.Find(null, null, Make("artifacts/bin/BitGrid.Host/debug/")));

    [Fact]
    public void Plugins_beside_the_program_beat_those_of_a_build()
    {
        string program = Make("artifacts/publish");
        Make("artifacts/publish/plugins");

        Assert.Equal(Path.Combine(program, "plugins"), PluginFolder.Find(null, null, program));
    }

    [Fact]
    public void Without_any_the_folder_beside_the_program_is_named() =>
        Assert.Equal(Path.Combine(_root, "opt", "plugins"), PluginFolder.Find(null, null, Make("opt")));

    string Make(string path) => Directory.CreateDirectory(Path.Combine(_root, path)).FullName;
}
