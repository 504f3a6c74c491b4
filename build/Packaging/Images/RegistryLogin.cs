using System.Text;
using System.Text.Json.Nodes;

namespace BitGrid.Build.Packaging.Images;

/// <summary>
/// Who pushes to a registry. Without a user in the environment it is whoever has logged in on this machine, by <c>docker login</c>
/// or <c>skopeo login</c>.
/// </summary>
internal sealed class RegistryLogin : IDisposable
{
    /// <summary>Environment variables with a user and his password, as workflows have them.</summary>
    public const string UserVariable = "BITGRID_REGISTRY_USER", PasswordVariable = "BITGRID_REGISTRY_PASSWORD";

    readonly string? _file;

    RegistryLogin(string? file) => _file = file;

    /// <summary>Words for skopeo.</summary>
    public IEnumerable<string> Options => _file is null ? [] : ["--authfile", _file];

    /// <param name="image">Name of the image, which begins with that of the registry.</param>
    public static RegistryLogin OfEnvironment(string image)
    {
        if (Environment.GetEnvironmentVariable(UserVariable) is not { Length: > 0 } user)
            return new(null);
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Environment.GetEnvironmentVariable(PasswordVariable)}"));
        // In a file, which belongs to its owner alone: the words of a command can be read by everybody on the machine.
        var file = Path.GetTempFileName();
        File.WriteAllText(file, new JsonObject { ["auths"] = new JsonObject { [image.Split('/')[0]] = new JsonObject { ["auth"] = secret } } }.ToJsonString());
        return new(file);
    }

    public void Dispose()
    {
        if (_file is not null)
            File.Delete(_file);
    }
}
