namespace BitGrid.Host.Doctor;

/// <summary>Can only the right people write what the house relies on, and does it run as the right one?</summary>
internal static class PermissionExam
{
    const UnixFileMode Strangers = UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Run(Patient patient)
    {
        if (OperatingSystem.IsWindows())
            yield break;
        (string Subject, string Path)[] folders = [("configuration folder", patient.ConfigFolder), ("data folder", patient.DataFolder), ("plugins folder", patient.PluginsFolder)];
        foreach ((string subject, string path) in folders.Where(folder => Directory.Exists(folder.Path)))
        {
            yield return !File.GetUnixFileMode(path).HasFlag(Strangers)
                ? Finding.Ok(subject, "nobody else can write to it")
                : Finding.Fault(subject, $"everybody can write to {path}", $"chmod o-w '{path}'");
        }

        yield return Environment.IsPrivilegedProcess
            ? Finding.Warning("user", "this runs as root, and BitGrid needs no such right", "Run it as a user of its own.")
            : Finding.Ok("user", Environment.UserName);
    }
}
