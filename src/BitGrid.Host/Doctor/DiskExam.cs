using System.Globalization;

namespace BitGrid.Host.Doctor;

/// <summary>Is there room, and can it be written?</summary>
internal static class DiskExam
{
    const string Subject = "disk";
    const double BytesPerMb = 1_000_000;

    public static IEnumerable<Finding> Run(Patient patient)
    {
        if (!Directory.Exists(patient.DataFolder))
        {
            yield return Finding.Warning(Subject, $"there is no data folder {patient.DataFolder} yet", "The first start makes it; or name the right one with --data.");
            yield break;
        }

        yield return Room(patient.DataFolder, patient.House?.Host.Storage.MinFreeMb ?? 0);
        yield return Writable(patient.DataFolder);
    }

    static Finding Room(string folder, double minFreeMb)
    {
        double freeMb = new DriveInfo(folder).AvailableFreeSpace / BytesPerMb;
        string text = string.Create(CultureInfo.InvariantCulture, $"{freeMb:0} MB are free");
        return freeMb >= minFreeMb
            ? Finding.Ok(Subject, text)
            : Finding.Fault(Subject, string.Create(CultureInfo.InvariantCulture, $"{text}, {minFreeMb:0} should be (storage.min_free_mb)"), $"Make room on the disk of {folder}.");
    }

    static Finding Writable(string folder)
    {
        string probe = Path.Combine(folder, ".doctor");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Ok("data folder", "it can be written");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Finding.Fault("data folder", $"{folder} cannot be written: {failure.Message}", "Mount it writable, make room, or give it to the user that runs BitGrid.");
        }
    }
}
