namespace BitGrid.Build.Packaging.Trust;

/// <summary>The private key of a release, which never lies in the repository. Dispose of it as soon as possible.</summary>
/// <param name="file">Its file.</param>
/// <param name="isOurs">True when the file goes away with this.</param>
internal sealed class SigningKey(string file, bool isOurs) : IDisposable
{
    /// <summary>Environment variable with the path of its file, or with the key itself, as the secrets of a workflow are given.</summary>
    public const string Variable = "BITGRID_SIGNING_KEY";

    /// <summary>Its file, readable by its owner alone.</summary>
    public string File { get; } = file;

    /// <summary>The key that the environment names; <see langword="null"/> when it names none.</summary>
    public static SigningKey? OfEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => null,
        ['-', ..] text => new(WriteAside(text), isOurs: true),
        var path => new(path, isOurs: false),
    };

    public void Dispose()
    {
        if (isOurs)
            System.IO.File.Delete(File);
    }

    static string WriteAside(string text)
    {
        // Such a file belongs to its owner alone from the first moment on.
        var file = Path.GetTempFileName();
        System.IO.File.WriteAllText(file, text.ReplaceLineEndings("\n").TrimEnd() + "\n");
        return file;
    }
}
