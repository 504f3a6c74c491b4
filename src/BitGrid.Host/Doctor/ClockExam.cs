using System.Diagnostics;

namespace BitGrid.Host.Doctor;

/// <summary>Is the clock kept right by somebody?</summary>
internal static class ClockExam
{
    const string Subject = "clock";
    const int FirstYear = 2025;

    public static async Task<IEnumerable<Finding>> RunAsync(Patient patient)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (now.Year < FirstYear)
            return [Finding.Fault(Subject, $"it shows the year {now.Year}", "Set it (timedatectl set-ntp true); a computer without a clock battery needs the network at its start.")];
        return [await IsSynchronizedAsync() switch
        {
            true => Finding.Ok(Subject, "synchronized"),
            false => Finding.Warning(Subject, "it is not synchronized", "timedatectl set-ntp true"),
            _ => Finding.Warning(Subject, "whether it is synchronized cannot be told here", "See that a time service runs (systemd-timesyncd, chrony), or the one of the host in a container."),
        }];
    }

    static async Task<bool?> IsSynchronizedAsync()
    {
        try
        {
            ProcessStartInfo ask = new("timedatectl", ["show", "-p", "NTPSynchronized", "--value"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using Process process = Process.Start(ask)!;
            string answer = (await process.StandardOutput.ReadToEndAsync()).Trim();
            await process.WaitForExitAsync();
            return answer switch { "yes" => true, "no" => false, _ => null };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no such program
        }
    }
}
