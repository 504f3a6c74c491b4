using System.Globalization;
using System.Runtime.Versioning;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A house in a container, from a registry, as its owner runs and updates it.</summary>
[Trait("Category", "Slow")]
[UnsupportedOSPlatform("windows")]
public sealed class ContainerTests
{
    [MachineFact]
    public async Task Pulled_started_healthy_updated_and_back_by_itself_from_a_broken_image()
    {
        using Docks docks = new();
        await docks.OpenAsync();
        Command pushed = docks.Try(["dotnet", "run", "-v", "q", "--project", RepositoryRoot.PathTo("build"), "--", "publish", $"{Docks.Registry}/bitgrid", "--dest-tls-verify=false"]);
        Assert.True(pushed.ExitCode == 0, pushed.Output);
        string first = BuiltRelease.Version;

        docks.Compose(first, "pull", "bitgrid");
        docks.Compose(first, "up", "-d");
        await docks.UntilAsync(() => Status(docks) == "healthy", "the container to be healthy");
        Assert.Contains($"runs      {first}", docks.BitGrid("update", "status").Output, StringComparison.Ordinal);
        AssertConfined(docks);
        // The version is kept on the data volume once it was healthy; then the next image may come.
        await docks.UntilAsync(() => Directory.Exists($"{docks.Data}/boot/slots/{first}"), "the version to be kept");
        int decisions = Decisions(docks);
        Assert.True(decisions > 0);

        PushBroken(docks, first, "9.1.0");
        docks.Compose("9.1.0", "pull", "bitgrid");
        docks.Compose("9.1.0", "up", "-d");
        await docks.UntilAsync(() => docks.BitGrid("update", "status").Output is var status && status.Contains($"runs      {first}", StringComparison.Ordinal) && status.Contains("9.1.0", StringComparison.Ordinal), "the version before to run again");
        await docks.UntilAsync(() => Status(docks) == "healthy", "the container to be healthy again");
        Assert.Contains("rolled_back", docks.BitGrid("health").Output, StringComparison.Ordinal);
        Assert.True(Decisions(docks) >= decisions);
    }

    [MachineFact]
    public async Task An_archive_of_an_image_is_loaded_and_a_truncated_one_is_refused()
    {
        using Docks docks = new();
        await docks.OpenAsync();
        string archive = Dist.Find("bitgrid-image-linux-x64.tar");
        string cut = Path.Combine(docks.Folder, "cut.tar");
        Command.Run("sh", "-c", $"head -c 30000000 {archive} > {cut}");

        Assert.NotEqual(0, docks.Docker("load", "--input", cut).ExitCode);
        Assert.Contains($"bitgrid:{BuiltRelease.Version}", docks.Docker("load", "--input", archive).Output, StringComparison.Ordinal);
        Assert.Contains("bitgrid health", docks.Docker("image", "inspect", "--format", "{{.Config.Healthcheck.Test}}", $"bitgrid:{BuiltRelease.Version}").Output, StringComparison.Ordinal);
    }

    static string Status(Docks docks) => docks.Docker("inspect", "--format", "{{.State.Health.Status}}", "house_bitgrid_1").Output.Trim();

    // As the container engine has it in force, and not as the file asks for.
    static void AssertConfined(Docks docks)
    {
        string inspected = docks.Docker("inspect", "--format", "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.Privileged}} {{.HostConfig.Memory}}", "house_bitgrid_1").Output.Trim();
        Assert.Equal("65532:65532 true [ALL] false 536870912", inspected);
        Assert.NotEqual(0, docks.Docker("exec", "house_bitgrid_1", "/bin/sh", "-c", "true").ExitCode);
    }

    static int Decisions(Docks docks) =>
        int.Parse(docks.Try(["python3", "-c", $"import sqlite3; print(sqlite3.connect('file:{docks.Data}/bitgrid.db?mode=ro', uri=True).execute('select count(*) from decisions').fetchone()[0])"]).Output, CultureInfo.InvariantCulture);

    // The image is whole, its new version is not: what the makers did not notice.
    static void PushBroken(Docks docks, string first, string version)
    {
        string context = Path.Combine(docks.Folder, "broken");
        string slot = Path.Combine(context, "slots", version);
        Directory.CreateDirectory(Path.Combine(slot, "bin"));
        File.WriteAllText(Path.Combine(slot, "VERSION"), version + "\n");
        File.WriteAllText(Path.Combine(slot, "bin/bitgrid"), "no program");
        File.SetUnixFileMode(Path.Combine(slot, "bin/bitgrid"), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.WriteAllText(Path.Combine(context, "installed"), version + "\n");
        // A new image brings its own version only: the one before is not in it.
        File.WriteAllText(Path.Combine(context, "Dockerfile"), $"""
            FROM {Docks.Registry}/bitgrid:{first} AS before
            FROM scratch
            COPY --from=before /etc /etc
            COPY --from=before /lib /lib
            COPY --from=before /lib64 /lib64
            COPY --from=before /usr /usr
            COPY --from=before /opt/bitgrid/bitgrid-launcher /opt/bitgrid/bitgrid-launcher
            COPY . /opt/bitgrid/
            USER 65532:65532
            ENV PATH=/usr/bin BITGRID_CONFIG=/etc/bitgrid BITGRID_DATA=/var/lib/bitgrid DOTNET_EnableDiagnostics=0
            HEALTHCHECK --interval=10s CMD ["/usr/bin/bitgrid", "health"]
            ENTRYPOINT ["/opt/bitgrid/bitgrid-launcher"]
            CMD ["--", "run"]
            """);
        string tag = $"{Docks.Registry}/bitgrid:{version}";
        foreach (string[] words in new[] { new[] { "build", "--tag", tag, context }, ["push", tag] })
        {
            Command command = docks.Docker(words);
            Assert.True(command.ExitCode == 0, command.Output);
        }
    }
}
