using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitGrid.Build.Packaging.Materials;

/// <summary>
/// Everything foreign that is delivered, as CycloneDX. Written here because the tools there are leave out what a self-contained
/// program brings along, its runtime, and what an image stands on, its packages of Debian; and they write down when they ran.
/// </summary>
internal static class BillOfMaterials
{
    public const string FileName = "bitgrid-sbom.cdx.json";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="components">In any order, also several times.</param>
    public static string Of(Revision revision, string sdkVersion, IEnumerable<Component> components) => new JsonObject
    {
        ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject
        {
            ["component"] = new JsonObject
            {
                ["type"] = "application",
                ["bom-ref"] = "bitgrid",
                ["name"] = "bitgrid",
                ["version"] = revision.Version,
                ["licenses"] = new JsonArray(new JsonObject { ["expression"] = "AGPL-3.0-or-later" }),
                ["properties"] = new JsonArray(Property("bitgrid:commit", revision.Commit), Property("bitgrid:dotnet-sdk", sdkVersion)),
            },
        },
        ["components"] = new JsonArray([.. components.DistinctBy(component => component.Purl).OrderBy(component => component.Purl, StringComparer.Ordinal).Select(component => component.ToJson())]),
    }.ToJsonString(Readable) + "\n";

    static JsonObject Property(string name, string value) => new() { ["name"] = name, ["value"] = value };
}
