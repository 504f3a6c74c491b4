using BitGrid.Host.Configuration.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>A file's values as the validator wants them, with the way back from each to its place.</summary>
internal sealed class TokenTree
{
    readonly Dictionary<JToken, Place> _places = new(ReferenceEqualityComparer.Instance);

    public TokenTree(ConfigNode root, JsonSchema schema) => Root = Token(new("", root.At, root, schema));

    public JToken Root { get; }

    public Place PlaceOf(JToken token) => _places[token is JProperty property ? property.Value : token];

    JToken Token(Place place)
    {
        JToken token = place.Node switch
        {
            ConfigMap map => new JObject(map.Entries.Where(entry => entry.Value is not ConfigBroken).Select(entry => new JProperty(entry.Key, Token(Child(place, entry))))),
            ConfigList list => new JArray(list.Items.Where(item => item is not ConfigBroken).Select((item, index) => Token(Item(place, item, index)))),
            ConfigScalar scalar => new JValue(scalar.Value),
            _ => JValue.CreateNull(),
        };
        _places.Add(token, place);
        return token;
    }

    static Place Child(Place place, ConfigEntry entry) =>
        new(KeyPath.Child(place.Path, entry.Key), entry.At, entry.Value, Core(place)?.Properties.TryGetValue(entry.Key, out JsonSchemaProperty? known) == true ? known : null);

    static Place Item(Place place, ConfigNode item, int index) =>
        new(KeyPath.Item(place.Path, index), item.At, item, Core(place)?.Item);

    static JsonSchema? Core(Place place) => place.Schema is null ? null : SchemaWords.Core(place.Schema);
}
