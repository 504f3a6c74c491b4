using System.Buffers;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Version = System.Version;

namespace BitGrid.Host.Plugins;

/// <summary>
/// Reads <c>plugin.yaml</c> strictly, event by event: unknown and repeated keys, anchors and other shapes are faults, so
/// neither nesting nor aliases can make it grow. Every fault names file, line and column.
/// </summary>
internal sealed class ManifestReader
{
    const int MaxBytes = 65_536;
    const string Keys = "id, version, min_host, max_host, assemblies";

    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    readonly string _path;
    readonly Parser _parser;
    readonly Dictionary<string, Scalar> _scalars = new(StringComparer.Ordinal);
    readonly List<ManifestFile> _files = [];
    Mark _root;

    ManifestReader(string path, TextReader text) => (_path, _parser) = (path, new Parser(text));

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="PluginRejectedException">It is missing or broken.</exception>
    public static PluginManifest Read(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists)
            throw PluginRejectedException.Refused($"{path} is missing. Every folder here must be a plugin: build the plugin again and copy its whole folder, or remove this one.");
        if (file.Length > MaxBytes)
            throw PluginRejectedException.Refused($"{path} has {file.Length} bytes; a manifest has at most {MaxBytes}. Build the plugin again.");
        using StreamReader text = new(path);
        ManifestReader reader = new(path, text);
        try
        {
            return reader.Read();
        }
        catch (YamlException fault)
        {
            throw reader.Fault(fault.Start, $"this is no YAML: {fault.Message}");
        }
    }

    PluginManifest Read()
    {
        Take<StreamStart>("the beginning of the file");
        Take<DocumentStart>($"the keys {Keys}");
        _root = Take<MappingStart>($"the keys {Keys}").Start;
        while (!_parser.TryConsume<MappingEnd>(out _))
            ReadEntry(Take<Scalar>("a key"));
        Take<DocumentEnd>("the end of the file");
        Take<StreamEnd>("the end of the file, for a manifest is one document");
        if (_files.Count == 0)
            throw Fault(_root, "the list 'assemblies' is missing or empty");
        return new(ReadId(), Need("version").Value, ReadVersion("min_host"), ReadVersion("max_host"), _files);
    }

    void ReadEntry(Scalar key)
    {
        switch (key.Value)
        {
            case "id" or "version" or "min_host" or "max_host":
                Keep(_scalars, key);
                break;
            case "assemblies" when _files.Count == 0:
                ReadFiles();
                break;
            case "assemblies":
                throw Fault(key.Start, "the key 'assemblies' stands here a second time");
            default:
                throw Fault(key.Start, $"the key '{key.Value}' is unknown; allowed are {Keys}");
        }
    }

    void Keep(Dictionary<string, Scalar> entries, Scalar key)
    {
        Scalar value = Take<Scalar>($"the value of '{key.Value}'");
        if (value.Value.Length == 0)
            throw Fault(value.Start, $"'{key.Value}' has no value");
        if (!entries.TryAdd(key.Value, value))
            throw Fault(key.Start, $"the key '{key.Value}' stands here a second time");
    }

    void ReadFiles()
    {
        Take<SequenceStart>("a list of assemblies");
        while (!_parser.TryConsume<SequenceEnd>(out _))
            _files.Add(ReadFile(Take<MappingStart>("an assembly with name and sha256").Start));
    }

    ManifestFile ReadFile(Mark start)
    {
        Dictionary<string, Scalar> entries = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = Take<Scalar>("a key");
            if (key.Value is not ("name" or "sha256"))
                throw Fault(key.Start, $"the key '{key.Value}' is unknown; an assembly has name and sha256");
            Keep(entries, key);
        }

        if (!entries.TryGetValue("name", out Scalar? name) || !entries.TryGetValue("sha256", out Scalar? sha256))
            throw Fault(start, "an assembly needs both name and sha256");
        if (sha256.Value.Length != 64 || sha256.Value.AsSpan().ContainsAnyExcept(HexDigits))
            throw Fault(sha256.Start, $"'{sha256.Value}' is no SHA-256; it has 64 digits of 0-9 and a-f, as sha256sum prints them");
        return new(name.Value, sha256.Value);
    }

    string ReadId() =>
        Need("id") is var id && PluginManifest.IsId(id.Value)
            ? id.Value
            : throw Fault(id.Start, $"the id '{id.Value}' is not allowed; an id is made of {PluginManifest.IdForm}");

    Version ReadVersion(string key)
    {
        Scalar text = Need(key);
        string[] parts = text.Value.Split('.');
        if (parts.Length != 2 || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw Fault(text.Start, $"{key} '{text.Value}' is no version of a host; write major.minor in quotes, for example \"1.4\"");
        return Version.Parse(text.Value);
    }

    Scalar Need(string key) =>
        _scalars.TryGetValue(key, out Scalar? value) ? value : throw Fault(_root, $"the key '{key}' is missing; needed are {Keys}");

    T Take<T>(string expected)
        where T : ParsingEvent
    {
        if (!_parser.TryConsume<T>(out var found))
            throw Fault(_parser.Current?.Start ?? Mark.Empty, $"expected {expected}");
        return found is NodeEvent { Anchor.IsEmpty: false } ? throw Fault(found.Start, "anchors are not allowed here") : found;
    }

    PluginRejectedException Fault(Mark at, string what) => PluginRejectedException.Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"{_path}:{at.Line}:{at.Column}: {what}. Build the plugin again: its build writes this file."));
}
