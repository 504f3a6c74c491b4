using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>
/// Reads the part of YAML that a configuration needs into nodes with positions. Anchors, aliases, tags and merge keys
/// are refused: they are what YAML bombs are made of, and no setting needs them.
/// </summary>
internal sealed class YamlReader
{
    public const int MaxDepth = 32;
    public const int MaxNodes = 5_000;

    readonly string _file;
    readonly string _text;
    readonly Parser _parser;
    readonly ImmutableArray<ConfigFault>.Builder _faults = ImmutableArray.CreateBuilder<ConfigFault>();
    int _nodes;

    YamlReader(string file, string text)
    {
        _file = file;
        _text = text;
        _parser = new(new StringReader(text));
    }

    /// <summary>Reads a whole file; faults are in the document, nothing is thrown.</summary>
    public static ConfigDocument Read(string file, ReadOnlySpan<byte> utf8)
    {
        if (!Utf8Text.TryDecode(utf8, out string text, out Position broken))
        {
            return new(file, Root: null, [new(file, broken, "", Value: null, "is not UTF-8 text", "", "Save the file as UTF-8.")]);
        }

        return new YamlReader(file, text).Read();
    }

    ConfigDocument Read()
    {
        ConfigNode? root = null;
        try
        {
            root = Document();
        }
        catch (YamlRefusedException refused)
        {
            _faults.Add(refused.Fault);
        }
        catch (YamlException syntax)
        {
            _faults.Add(YamlSyntax.Fault(_file, _text, YamlSyntax.At(syntax.Start), YamlSyntax.At(syntax.End), syntax.Message));
        }
        catch (Exception defect) when (defect is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // Some texts that are no YAML break the parser instead of being refused by it (found by random texts).
            Position last = _parser.Current is { } parsed ? YamlSyntax.At(parsed.End) : Position.Start;
            _faults.Add(YamlSyntax.Fault(_file, _text, last, last, "the text behind this place cannot be understood"));
        }

        return new(_file, root, _faults.ToImmutable());
    }

    ConfigNode Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return new ConfigMap(Position.Start, []);

        ConfigNode root = Node("", depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            throw new YamlRefusedException(new(_file, At(second), "", Value: null, "a second document begins", "one document per file",
                "Remove the line '---' and join both parts, or delete one of them."));
        }

        return root is ConfigScalar { Value: null } ? new ConfigMap(root.At, []) : root;
    }

    ConfigNode Node(string path, int depth)
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        if (++_nodes > MaxNodes)
            throw Refused(path, next, "the file holds more values than any configuration needs", Invariant($"up to {MaxNodes} values"), "Remove what does not belong there.");
        if (next is AnchorAlias alias)
            return Broken(path, At(alias), "*" + alias.Value.Value, "refers to another place (an alias)", "Write the value out.");

        if (next is not NodeEvent node)
            throw new YamlException(next.Start, next.End, "a value is missing");
        if (!node.Anchor.IsEmpty)
            Broken(path, At(node), "&" + node.Anchor.Value, "is marked with an anchor", "Remove the anchor.");
        if (!node.Tag.IsEmpty)
            Broken(path, At(node), node.Tag.Value, "has a YAML tag", "Remove the tag.");
        if (depth == MaxDepth && node is not Scalar)
            throw Refused(path, node, "is nested too deeply", Invariant($"up to {MaxDepth} levels"), "Compare with the shipped sample.");

        return node switch
        {
            Scalar scalar => Single(path, scalar),
            SequenceStart list => List(path, At(list), depth),
            _ => Map(path, At(node), depth),
        };
    }

    ConfigNode Single(string path, Scalar scalar)
    {
        Position at = At(scalar);
        if (scalar.Style is not ScalarStyle.Plain)
            return new ConfigScalar(at, scalar.Value, scalar.Value);
        if (CoreScalar.IsNotFinite(scalar.Value))
            return Broken(path, at, scalar.Value, "is not a finite number", "Write a plain number, or leave the key out for its default.");
        if (CoreScalar.HasDecimalComma(scalar.Value))
        {
            string point = scalar.Value.Replace(',', '.');
            return Broken(path, at, scalar.Value, "is a number with a decimal comma", $"Write {point} with a decimal point (or put it in quotes if text is meant).");
        }

        return new ConfigScalar(at, CoreScalar.Resolve(scalar.Value), scalar.Value);
    }

    ConfigList List(string path, Position at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(KeyPath.Item(path, items.Count), depth + 1));
        return new(at, items.ToImmutable());
    }

    ConfigMap Map(string path, Position at, int depth)
    {
        Dictionary<string, Position> seen = new(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<ConfigEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Entry(path, depth) is not { } entry)
                continue;
            if (seen.TryAdd(entry.Key, entry.At))
                entries.Add(entry);
            else
                Broken(KeyPath.Child(path, entry.Key), entry.At, value: null, Invariant($"stands there twice (first in line {seen[entry.Key].Line})"), "Remove one of the two.");
        }

        return new(at, entries.ToImmutable());
    }

    ConfigEntry? Entry(string path, int depth)
    {
        ConfigNode key = Node(path, depth + 1);
        if (key is not ConfigScalar scalar)
        {
            if (key is not ConfigBroken)
                Broken(path, key.At, value: null, "a list or section stands where a key is expected", "Write the key as a plain word.");
            Node(path, depth + 1);
            return null;
        }

        ConfigNode value = Node(KeyPath.Child(path, scalar.Text), depth + 1);
        if (scalar.Text != "<<")
            return new(scalar.Text, key.At, value);

        Broken(path, key.At, "<<", "is a merge key", "Write the merged keys out.");
        return null;
    }

    ConfigBroken Broken(string path, Position at, string? value, string problem, string repair)
    {
        _faults.Add(new(_file, at, path, value is null ? null : Printable.Text(value), problem, "", repair));
        return new(at);
    }

    YamlRefusedException Refused(string path, ParsingEvent at, string problem, string allowed, string repair) =>
        new(new(_file, At(at), path, Value: null, problem, allowed, repair));

    static Position At(ParsingEvent parsed) => YamlSyntax.At(parsed.Start);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
