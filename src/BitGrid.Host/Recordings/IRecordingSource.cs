namespace BitGrid.Host.Recordings;

/// <summary>A file of recorded rows. Rows that cannot be read are reported and skipped.</summary>
internal interface IRecordingSource : IDisposable
{
    /// <summary>Name of the file as it was given.</summary>
    string Name { get; }

    /// <summary>Fills <paramref name="row"/> with the next good row.</summary>
    /// <returns>False at the end.</returns>
    bool Read(RecordingRow row);
}
