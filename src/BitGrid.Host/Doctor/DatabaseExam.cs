using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Doctor;

/// <summary>Is the database whole?</summary>
internal static class DatabaseExam
{
    const string Subject = "database";

    public static IEnumerable<Finding> Run(Patient patient)
    {
        string path = Service.DataFolder.DatabaseIn(patient.DataFolder);
        if (!File.Exists(path))
            return [Finding.Ok(Subject, "there is none yet")];
        return [Look(path)];
    }

    static Finding Look(string path)
    {
        try
        {
            using SqliteConnection connection = StoreConnection.OpenForReading(path);
            using SqliteCommand check = StoreConnection.Command(connection, "PRAGMA quick_check(1)");
            return (string)check.ExecuteScalar()! is "ok"
                ? Finding.Ok(Subject, "whole")
                : Finding.Fault(Subject, $"{path} is damaged", "Restart BitGrid, which moves it aside; then restore a backup (bitgrid backup restore).");
        }
        catch (Exception fault) when (fault is SqliteException or StoreException)
        {
            return Finding.Fault(Subject, $"{path} cannot be read: {fault.Message}", "Check the disk and the rights on the file; else restore a backup (bitgrid backup restore).");
        }
    }
}
