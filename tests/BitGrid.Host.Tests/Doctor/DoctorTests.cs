using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Faults;

namespace BitGrid.Host.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    readonly ConfigSandbox _config = new();
    readonly string _data = Directory.CreateTempSubdirectory("bitgrid-doctor-").FullName;

    [Fact]
    public async Task A_sound_house_has_no_fault()
    {
        _config.Edit("config.yaml", "autonomy: full", $"mqtt: {{ port: {FreePort.Take()} }}\nweb: {{ port: {FreePort.Take()} }}\nautonomy: full");
        (int exitCode, JsonArray findings) = await ExamineAsync();
        Assert.DoesNotContain(findings, finding => Level(finding) == "fault");
        Assert.Equal(ExitCode.Fine, exitCode);
        Assert.Contains(findings, finding => Subject(finding) == "plugin bitgrid.rules");
    }

    [Fact]
    public async Task A_fault_in_the_configuration_is_named_with_its_line()
    {
        _config.Edit("config.yaml", "battery: true", "battery: 1");
        (int exitCode, JsonArray findings) = await ExamineAsync();
        Assert.Contains(findings, finding => Level(finding) == "fault" && Text(finding).Contains("config.yaml:8:12: site.battery", StringComparison.Ordinal));
        Assert.Equal(ExitCode.CheckFailed, exitCode);
    }

    [Fact]
    public async Task A_device_that_does_not_answer_is_found()
    {
        _config.Edit("config.yaml", "autonomy: full", "devices: { shelly-relay: { rod: { load: miner, host: 127.0.0.1:1 } } }\nautonomy: full");
        JsonArray findings = (await ExamineAsync()).Findings;
        Assert.Contains(findings, finding => Subject(finding) == "device rod" && Level(finding) == "fault");
    }

    [Fact]
    public async Task A_password_that_others_can_read_is_found_with_the_command_that_mends_it()
    {
        _config.Edit("config.yaml", "autonomy: full", "mqtt: { embedded: false, host: 127.0.0.1, port: 1, user: u, password_file: pw }\nautonomy: full").Write("pw", "secret-word");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_config.PathOf("pw"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        JsonArray findings = (await ExamineAsync()).Findings;
        Assert.Contains(findings, finding => Level(finding) == "fault" && Text(finding).Contains("chmod 600", StringComparison.Ordinal));
        Assert.Contains(findings, finding => Subject(finding) == "broker" && Level(finding) == "fault");
        Assert.DoesNotContain("secret-word", findings.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_found()
    {
        await File.WriteAllTextAsync(DataFolder.DatabaseIn(_data), new string('x', 10_000));
        JsonArray findings = (await ExamineAsync()).Findings;
        Assert.Contains(findings, finding => Subject(finding) == "database" && Level(finding) == "fault");
    }

    [Fact]
    public async Task Whether_it_is_running_is_told_by_the_data_folder()
    {
        Assert.Contains((await ExamineAsync()).Findings, finding => Text(finding).StartsWith("no BitGrid is running", StringComparison.Ordinal));
        using DataFolder held = DataFolder.Open(_data);
        Assert.Contains((await ExamineAsync()).Findings, finding => Subject(finding) == "service" && Text(finding).Contains($"process {Environment.ProcessId} ", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    async Task<(int ExitCode, JsonArray Findings)> ExamineAsync()
    {
        CommandRun run = await CommandRun.Of("doctor", "--config", _config.Folder, "--data", _data, "--format", "json");
        return (run.ExitCode, JsonNode.Parse(run.Output)!.AsArray());
    }

    static string Level(JsonNode? finding) => finding!["level"]!.GetValue<string>();

    static string Subject(JsonNode? finding) => finding!["subject"]!.GetValue<string>();

    static string Text(JsonNode? finding) => finding!["text"]!.GetValue<string>();
}
