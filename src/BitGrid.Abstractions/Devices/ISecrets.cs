namespace BitGrid;

/// <summary>Passwords and tokens, which stand in files of their own and never in the configuration.</summary>
public interface ISecrets
{
    /// <summary>Reads a secret; white space at its ends is left out. Never write it anywhere.</summary>
    /// <param name="file">Path as written in the configuration; relative to the configuration's folder.</param>
    /// <exception cref="IOException">The file cannot be used: it is missing, or others may read it. The message says how to mend that.</exception>
    string Read(string file);
}
