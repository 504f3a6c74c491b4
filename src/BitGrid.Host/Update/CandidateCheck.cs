using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>Asks a new version, before it runs the house, whether it can: on this machine, with this configuration, on this house's own days.</summary>
/// <param name="config">Folder of the configuration.</param>
/// <param name="data">Folder of everything that is kept.</param>
/// <param name="say">Told what the checks say.</param>
internal sealed class CandidateCheck(string config, string data, Action<string> say)
{
    /// <summary>Does it start here, and accept the configuration?</summary>
    /// <exception cref="UpdateException">No.</exception>
    public void Start(string folder)
    {
        string program = BootPlaces.ProgramIn(folder);
        Run(program, ["version"], "the new version does not start on this machine. Is it for another processor?");
        Run(program, ["config", "check", "--config", config], "the new version does not accept the configuration. Mend what it names above, then try again.");
    }

    /// <summary>Does it decide well on the recorded days? This version, which runs, is the judge.</summary>
    /// <exception cref="UpdateException">No.</exception>
    public void Gate(string folder, UpdateRequest request)
    {
        IEnumerable<string> accepted = (request.Accepted ?? []).SelectMany(id => new[] { "--accept", id });
        IEnumerable<string> reason = request.Because is { } because ? ["--because", because] : [];
        Run(
            Environment.ProcessPath!,
            ["gate", "--candidate", folder, "--config", config, "--data", data, .. accepted, .. reason],
            "the new version decides worse on this house's own days, or that could not be found out. The reasons stand above. What is intended: --accept ID --because REASON. To install it without asking: --skip-gate --because REASON");
    }

    void Run(string program, IReadOnlyList<string> words, string objection)
    {
        ProcessStartInfo start = new(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The plugins and the places of this version are not those of the other one.
        start.Environment.Remove(Plugins.PluginFolder.Variable);
        start.Environment.Remove(BootPlaces.StateVariable);
        try
        {
            using Process check = Process.Start(start)!;
            Task<string> errors = check.StandardError.ReadToEndAsync();
            string output = check.StandardOutput.ReadToEnd() + errors.Result;
            check.WaitForExit();
            if (check.ExitCode == 0)
                return;
            say(output.TrimEnd());
            throw new UpdateException($"{objection} (bitgrid {words[0]} ended with {check.ExitCode})");
        }
        catch (Win32Exception failure)
        {
            throw new UpdateException($"{program}: {objection} ({Marshal.GetPInvokeErrorMessage(failure.NativeErrorCode)})", failure);
        }
    }
}
