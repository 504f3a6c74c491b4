using System.Text.Json.Nodes;

namespace BitGrid.Build.Packaging.Materials;

/// <summary>A foreign part of what is delivered.</summary>
/// <param name="Purl">Its name everywhere (<see href="https://github.com/package-url/purl-spec"/>).</param>
/// <param name="Licence">SPDX expression or the address of its licence; <see langword="null"/> when the part says neither.</param>
/// <param name="Sha256">Of the file it came in; <see langword="null"/> when that is checked by other means, such as NuGet's lock files.</param>
internal sealed record Component(string Name, string Version, string Purl, string? Licence = null, string? Sha256 = null)
{
    /// <summary>As CycloneDX 1.6 has it.</summary>
    public JsonObject ToJson()
    {
        JsonObject json = new() { ["type"] = "library", ["bom-ref"] = Purl, ["name"] = Name, ["version"] = Version };
        if (Sha256 is not null)
            json["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = Sha256 });
        if (Licence is not null)
            json["licenses"] = new JsonArray(LicenceJson(Licence));
        json["purl"] = Purl;
        return json;
    }

    static JsonObject LicenceJson(string licence) => Uri.IsWellFormedUriString(licence, UriKind.Absolute)
        ? new() { ["license"] = new JsonObject { ["name"] = "see url", ["url"] = licence } }
        : new() { ["expression"] = licence };
}
