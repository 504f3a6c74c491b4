using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BitGrid.Build.Packaging.Materials;

/// <summary>The packages of NuGet that are in a folder of published programs.</summary>
/// <param name="packages">NuGet's folder of packages, where their licences stand.</param>
internal sealed class NugetComponents(string packages)
{
    const string RuntimePack = "runtimepack.";

    /// <summary>Packages whose files lie inside the assembly of the host, such as the script of the page.</summary>
    public static IReadOnlyCollection<string> Embedded { get; } = ["Microsoft.AspNetCore.App.Internal.Assets"];

    /// <summary>What every <c>*.deps.json</c> below a folder names, the runtime included.</summary>
    public IEnumerable<Component> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.deps.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["libraries"]!.AsObject())
            .Where(library => library.Value!["type"]!.GetValue<string>() is "package" or "runtimepack")
            .Select(library => library.Key.Replace(RuntimePack, "", StringComparison.Ordinal).Split('/'))
            .Select(part => Of(part[0], part[1]));

    /// <summary>What a lock file names with one of some names: what is linked into a program leaves no other trace.</summary>
    public IEnumerable<Component> InLockFile(string file, IReadOnlyCollection<string> names) =>
        from target in JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject()
        from package in target.Value!.AsObject()
        where names.Contains(package.Key)
        select Of(package.Key, package.Value!["resolved"]!.GetValue<string>());

    Component Of(string name, string version) => new(name, version, $"pkg:nuget/{name}@{version}", LicenceOf(name, version));

    string? LicenceOf(string name, string version)
    {
        var id = name.ToLowerInvariant();
        var nuspec = Path.Combine(packages, id, version.ToLowerInvariant(), $"{id}.nuspec");
        if (!File.Exists(nuspec))
            throw new BuildFailedException($"{nuspec} is not there, so the licence of {name} cannot be told. Restore the packages: dotnet restore BitGrid.sln");

        var metadata = XDocument.Load(nuspec).Root!.Elements().First().Elements().ToLookup(element => element.Name.LocalName);
        return metadata["license"].FirstOrDefault(licence => licence.Attribute("type")?.Value == "expression")?.Value
            ?? metadata["licenseUrl"].FirstOrDefault()?.Value;
    }
}
