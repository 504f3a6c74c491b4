namespace BitGrid.Host.Backup;

/// <summary>Files that are moved one after the other, and all moved back when one of them cannot be.</summary>
internal sealed class FileMoves
{
    readonly Stack<(string From, string To)> _done = new();
    readonly List<string> _folders = [];

    /// <summary>Makes a folder to move files into.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        _folders.Add(path);
    }

    /// <summary>Moves a file; nothing is there yet where it goes.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be moved.</exception>
    public void Move(string from, string to)
    {
        File.Move(from, to);
        _done.Push((from, to));
    }

    /// <summary>Moves everything back, the last first, and removes the folders that were made.</summary>
    public void Undo()
    {
        while (_done.TryPop(out (string From, string To) move))
            File.Move(move.To, move.From);
        foreach (string folder in _folders)
            Directory.Delete(folder);
    }
}
