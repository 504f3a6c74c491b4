using BitGrid.Host.Configuration;

namespace BitGrid.Host.Doctor;

/// <summary>Is the configuration sound?</summary>
internal static class ConfigurationExam
{
    const string Subject = "configuration";

    public static IEnumerable<Finding> Run(Patient patient)
    {
        foreach (ConfigFault fault in patient.Config.Faults)
        {
            yield return fault.Severity is FaultSeverity.Warning
                ? Finding.Warning(Subject, fault.ToString(), "See the report: bitgrid config check")
                : Finding.Fault(Subject, fault.ToString(), "See the report: bitgrid config check");
        }

        if (patient.House is { } house)
            yield return Finding.Ok(Subject, $"{house.Rules.Length} rules, policy {house.Policy.Id}, {house.Devices.Length} devices, hash {house.ConfigHash[..12]}…");
    }
}
