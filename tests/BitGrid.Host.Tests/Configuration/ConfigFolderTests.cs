using System.Diagnostics;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Tests.Configuration;

public sealed class ConfigFolderTests
{
    [Fact]
    public void The_hash_is_what_sha256sum_prints()
    {
        using ConfigSandbox config = new ConfigSandbox().Write("Zebra.yaml", "a: 1\r\n").Write("ä.yaml", "").Write(".hidden.yaml", "x").Write("notes.txt", "x");
        Assert.Equal(Sha256Sum(config.Folder), ConfigHash.Of(ConfigFolder.Read(config.Folder)));
        Assert.Equal(Sha256Sum(config.Folder), config.Load().Configuration!.ConfigHash);
    }

    [Fact]
    public void One_changed_byte_changes_the_hash()
    {
        using ConfigSandbox config = new();
        string before = ConfigHash.Of(ConfigFolder.Read(config.Folder));
        config.Edit("flags.yaml", "# Switches", "# switches");
        Assert.NotEqual(before, ConfigHash.Of(ConfigFolder.Read(config.Folder)));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_one_message() => Assert.Equal(
        "nowhere/config: the configuration folder cannot be read: it does not exist. Name the folder that holds config.yaml with --config, or copy the shipped folder 'config' there.\n",
        ConfigLoader.Load("nowhere/config", Offers.BuiltIn).Report());

    [Fact]
    public void A_missing_file_says_where_a_sample_is()
    {
        using ConfigSandbox config = new();
        File.Delete(config.PathOf("policies.yaml"));
        Assert.Equal("config/policies.yaml: does not exist. Copy policies.yaml from the folder 'config' that BitGrid is shipped with, and adapt it.\n", config.Report());
    }

    [Fact]
    public void A_misspelt_file_name_is_noticed()
    {
        using ConfigSandbox config = new();
        File.Move(config.PathOf("flags.yaml"), config.PathOf("flag.yaml"));
        Assert.Equal(
            """
            config/flag.yaml: warning: is read by nobody, yet it changes config_hash. Allowed: bitgrid_rules.yaml, config.yaml, flags.yaml, gates.yaml, policies.yaml. Rename it if flags.yaml is meant, or move it elsewhere.
            config/flags.yaml: does not exist. Copy flags.yaml from the folder 'config' that BitGrid is shipped with, and adapt it.

            """,
            config.Report());
    }

    [Theory]
    [InlineData(ConfigFolder.MaxFileBytes, 0)]
    [InlineData(ConfigFolder.MaxFileBytes + 1, 1)]
    [InlineData(300_000, 1)]
    public void A_file_is_limited_in_size(int bytes, int faults)
    {
        using ConfigSandbox config = new();
        string text = File.ReadAllText(config.PathOf("flags.yaml"));
        config.Write("flags.yaml", text + "#" + new string('x', bytes - text.Length - 1));
        ConfigResult result = config.Load();
        Assert.Equal(faults, result.Faults.Length);
        Assert.All(result.Faults, fault => Assert.Equal("up to 256 kB", fault.Allowed));
    }

    [Fact]
    public void Windows_line_ends_change_nothing_but_the_hash()
    {
        using ConfigSandbox config = new();
        string lf = config.Load().Configuration!.ConfigHash;
        foreach (string file in Directory.GetFiles(config.Folder))
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"), System.Text.Encoding.UTF8);
        Assert.NotEqual(lf, config.Load().Configuration!.ConfigHash);
    }

    static string Sha256Sum(string folder)
    {
        ProcessStartInfo shell = new("sh", ["-c", "LC_ALL=C; export LC_ALL; sha256sum *.yaml | sha256sum"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(shell)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed.Split(' ')[0];
    }
}
