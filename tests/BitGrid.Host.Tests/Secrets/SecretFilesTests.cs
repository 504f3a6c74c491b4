using BitGrid.Host.Secrets;
using BitGrid.Host.Tests.Plugins;
using BitGrid.Host.Tests.Recordings;

namespace BitGrid.Host.Tests.Secrets;

public sealed class SecretFilesTests : IDisposable
{
    const string Secret = "correct horse battery staple";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly TemporaryFolder _config = new();

    public void Dispose() => _config.Dispose();

    [UnixTheory]
    [InlineData(OwnerOnly)]
    [InlineData(UnixFileMode.UserRead)]
    public void A_file_for_its_owner_alone_is_read_without_the_white_space_at_its_ends(UnixFileMode mode)
    {
        Write("mqtt", $"\n {Secret} \r\n", mode);
        Assert.Equal(Secret, new SecretFiles(_config["."]).Read("mqtt"));
        Assert.Equal(Secret, new SecretFiles("/nowhere").Read(_config["mqtt"]));
    }

    [UnixTheory]
    [InlineData(OwnerOnly | UnixFileMode.GroupRead, "640")]
    [InlineData(OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead, "644")]
    [InlineData(OwnerOnly | UnixFileMode.OtherWrite, "602")]
    [InlineData(OwnerOnly | UnixFileMode.UserExecute, "700")]
    public void A_file_that_others_may_read_is_refused_with_the_command_that_mends_it(UnixFileMode mode, string shown)
    {
        Write("mqtt", Secret, mode);
        Assert.Equal($"The secret file {_config["mqtt"]} has mode {shown}, so it is not for its owner alone. Run: chmod 600 {_config["mqtt"]}.", Refusal("mqtt"));
    }

    [UnixTheory]
    [InlineData("it's mine", @"'\''")]
    [InlineData("a b", "a b'")]
    public void The_command_can_be_copied_whatever_the_file_is_called(string name, string part)
    {
        Write(name, Secret, OwnerOnly | UnixFileMode.OtherRead);
        Assert.Contains(part, Refusal(name), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("secrets/token")]
    public void A_file_below_the_folder_of_the_container_may_have_any_mode(string name)
    {
        Directory.CreateDirectory(_config["secrets"]);
        Write(name, Secret, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.Equal(Secret, new SecretFiles(_config["."], mounted: [_config["secrets"]]).Read(name));
        Assert.Contains("chmod 600", Refusal(name), StringComparison.Ordinal);
        Assert.Contains("chmod 600", new SecretFiles(_config["."], mounted: [_config["secrets/tok"]]).Check(name), StringComparison.Ordinal);
        Assert.Contains("chmod 600", new SecretFiles(_config["."], mounted: [_config["secrets/x"]]).Check("secrets/x/../token"), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("", "is empty")]
    [InlineData(" \n\t", "is empty")]
    public void An_empty_file_is_no_secret(string content, string why)
    {
        Write("mqtt", content, OwnerOnly);
        Assert.Contains(why, Refusal("mqtt"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_a_secret_is_named()
    {
        Write("big", new string('x', (64 * 1024) + 1), OwnerOnly);
        Directory.CreateDirectory(_config["folder"]);

        Assert.Contains("is larger than 64 kB", Refusal("big"), StringComparison.Ordinal);
        Assert.Contains("is a folder", Refusal("folder"), StringComparison.Ordinal);
        Assert.Equal($"The secret file {_config["none"]} does not exist. Create it so that only you can read it: install -m 600 /dev/null {_config["none"]}, then write the secret into it.", Refusal("none"));
    }

    [Fact]
    public void A_file_of_other_bytes_is_refused_without_showing_them()
    {
        Write("mqtt", "", OwnerOnly);
        File.WriteAllBytes(_config["mqtt"], [.. "geheim"u8, 0xFF]);
        Assert.Contains("is not UTF-8 text", Refusal("mqtt"), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", Refusal("mqtt"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_says_nothing_of_a_file_that_can_be_used()
    {
        Write("mqtt", Secret, OwnerOnly);
        Assert.Null(new SecretFiles(_config["."]).Check("mqtt"));
    }

    [UnixTheory]
    [InlineData("mqtt")]
    public void A_file_of_another_user_is_refused_to_root(string name)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        Write(name, Secret, OwnerOnly);
        using System.Diagnostics.Process chown = System.Diagnostics.Process.Start("chown", ["65534", _config[name]]);
        chown.WaitForExit();
        Assert.Contains("belongs to another user", Refusal(name), StringComparison.Ordinal);
    }

    void Write(string name, string content, UnixFileMode mode)
    {
        File.WriteAllText(_config[name], content);
        FileModes.Set(_config[name], mode);
    }

    // What a check reports is what reading would throw, and never the secret.
    string Refusal(string name)
    {
        SecretFiles secrets = new(_config["."]);
        string message = Assert.IsType<IOException>(Record.Exception(() => secrets.Read(name))).Message;
        Assert.Equal(message, secrets.Check(name));
        Assert.DoesNotContain("horse", message, StringComparison.Ordinal);
        return message;
    }
}
