namespace BitGrid.Host.Doctor;

/// <summary>Looks at a house from outside, in every respect, and changes nothing.</summary>
internal static class HouseDoctor
{
    static readonly Func<Patient, Task<IEnumerable<Finding>>>[] Examinations =
    [
        Now(ConfigurationExam.Run),
        Now(PluginExam.Run),
        Now(PermissionExam.Run),
        Now(SecretExam.Run),
        BrokerExam.RunAsync,
        DeviceExam.RunAsync,
        Now(DiskExam.Run),
        Now(DatabaseExam.Run),
        Now(BackupExam.Run),
        WebExam.RunAsync,
        ClockExam.RunAsync,
        ServiceExam.RunAsync,
    ];

    /// <summary>All findings, in the order of the data's way.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Patient patient)
    {
        List<Finding> findings = [];
        foreach (Func<Patient, Task<IEnumerable<Finding>>> examine in Examinations)
            findings.AddRange(await examine(patient));
        return findings;
    }

    static Func<Patient, Task<IEnumerable<Finding>>> Now(Func<Patient, IEnumerable<Finding>> examine) => patient => Task.FromResult(examine(patient));
}
