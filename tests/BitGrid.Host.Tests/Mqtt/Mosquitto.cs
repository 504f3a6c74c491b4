using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BitGrid.Host.Tests.Recordings;
using BitGrid.Host.Tests.Secrets;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>A real mosquitto on a free port of this machine; can be killed and started again. Everything it holds is in a folder of its own.</summary>
sealed class Mosquitto : IDisposable
{
    const string Program = "/usr/sbin/mosquitto";
    const int Attempts = 5;

    readonly TemporaryFolder _folder = new();
    readonly string _settings;

    Process? _process;

    Mosquitto(int port, string settings) => (Port, _settings) = (port, settings);

    public static bool IsInstalled { get; } = File.Exists(Program);

    public int Port { get; }

    /// <summary>Starts a broker.</summary>
    /// <param name="settings">Further lines of its configuration.</param>
    public static async Task<Mosquitto> StartAsync(string settings = "allow_anonymous true\n")
    {
        for (int attempt = 1; ; attempt++)
        {
            Mosquitto broker = new(FreePort(), settings);
            try
            {
                await broker.StartAgainAsync();
                return broker;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Somebody else took the port in between.
                broker.Dispose();
            }
        }
    }

    /// <summary>A password file for one user, made by mosquitto's own tool.</summary>
    public static string PasswordFile(TemporaryFolder folder, string user, string password)
    {
        string file = folder["passwords"];
        using Process tool = Process.Start(new ProcessStartInfo("mosquitto_passwd", ["-c", "-b", file, user, password]) { UseShellExecute = false, RedirectStandardError = true })!;
        tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
        // The broker gives up root's rights before it reads the file.
        FileModes.Set(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return file;
    }

    public async Task StartAgainAsync()
    {
        string file = _folder["mosquitto.conf"];
        // As root it would become the user mosquitto, who may not read the files of a test.
        await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"listener {Port} 127.0.0.1\nuser {Environment.UserName}\n{_settings}"));
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", file]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await Wait.UntilAsync(() => _process.HasExited || Answers(), "mosquitto listens");
        if (_process.HasExited)
            throw new InvalidOperationException("mosquitto did not start.");
    }

    /// <summary>Lets it hang: connections stay, answers do not come.</summary>
    public void Hang()
    {
        using Process stop = Process.Start("kill", ["-STOP", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        stop.WaitForExit();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        _folder.Dispose();
    }

    static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    bool Answers()
    {
        try
        {
            using TcpClient client = new("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
