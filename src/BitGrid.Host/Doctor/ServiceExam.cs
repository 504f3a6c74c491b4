using BitGrid.Host.Service;

namespace BitGrid.Host.Doctor;

/// <summary>Is it running, and what does it say of itself?</summary>
internal static class ServiceExam
{
    const string Subject = "service";

    public static async Task<IEnumerable<Finding>> RunAsync(Patient patient)
    {
        if (patient.Process is not { } process)
            return [Finding.Warning(Subject, $"no BitGrid is running on {patient.DataFolder}", "Start it: bitgrid run, or systemctl start bitgrid")];
        if (patient.House is not { } house || await HealthQuestion.AskAsync(house.Host.Web.Port) is not { } health)
            return [Finding.Fault(Subject, $"process {process} runs, but does not answer on its port for health", "Look into its log (journalctl -u bitgrid).")];
        return
        [
            Finding.Ok(Subject, $"process {process} runs"),
            .. from problem in health["problems"]!.AsArray()
               let text = $"{problem!["code"]} {problem["subject"]}: {problem["message"]}"
               select problem["level"]!.GetValue<string>() == "critical" ? Finding.Fault("problem", text, "As it says.") : Finding.Warning("problem", text, "As it says."),
        ];
    }
}
