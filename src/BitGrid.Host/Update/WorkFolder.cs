using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>The folder in which a version is made ready, on the disk of the versions. One update at a time has it.</summary>
internal sealed class WorkFolder : IDisposable
{
    readonly BootPlaces _places;
    readonly string _path;
    readonly FileStream _lock;

    WorkFolder(BootPlaces places, FileStream file)
    {
        (_places, _lock) = (places, file);
        _path = Path.Combine(places.Root, "update");
        Clear();
        Directory.CreateDirectory(Fetched);
    }

    /// <summary>For the files of the release.</summary>
    public string Fetched => Path.Combine(_path, "fetched");

    /// <summary>For the version; there is nothing yet.</summary>
    public string Unpacked => Path.Combine(_path, "unpacked");

    /// <summary>Takes hold of the folder, and removes what an update that was cut off has left.</summary>
    /// <exception cref="UpdateException">It cannot be used.</exception>
    public static WorkFolder Open(BootPlaces places)
    {
        try
        {
            return new(places, new FileStream(Path.Combine(places.Root, "update.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new UpdateException($"{places.Root}: must not be written. Run it as root, with sudo. In a container it is the image that is updated: docker compose pull && docker compose up -d", denied);
        }
        catch (IOException held)
        {
            throw new UpdateException($"{places.Root}: cannot be used ({held.Message.TrimEnd('.')}). Is another update running? In a container it is the image that is updated: docker compose pull && docker compose up -d", held);
        }
    }

    /// <summary>Gives what was unpacked its name among the versions, in one step.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Install(ReleaseVersion version)
    {
        Directory.CreateDirectory(_places.Slots);
        string slot = Path.Combine(_places.Slots, version.Text);
        // Left from an earlier try of the same version, maybe of other bytes.
        if (Directory.Exists(slot))
            Directory.Move(slot, Path.Combine(_path, "replaced"));
        Directory.Move(Unpacked, slot);
        DiskFolder.Flush(_places.Slots);
    }

    public void Dispose()
    {
        Clear();
        _lock.Dispose();
    }

    void Clear()
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }
}
