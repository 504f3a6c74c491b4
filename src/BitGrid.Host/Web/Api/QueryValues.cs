using System.Globalization;
using BitGrid.Host.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BitGrid.Host.Web.Api;

/// <summary>The query of a request, checked against the parameters its route has: a misspelt one is refused, not passed over.</summary>
internal sealed class QueryValues
{
    readonly Dictionary<string, string> _values = [];
    readonly QueryParameter[] _parameters;

    /// <summary>Checks a query.</summary>
    /// <exception cref="ApiException">Something is wrong with it; all of it is told.</exception>
    public QueryValues(HttpContext context)
    {
        _parameters = context.GetEndpoint()?.Metadata.GetMetadata<QueryParameter[]>() ?? [];
        string[] faults = [.. context.Request.Query.Select(part => Fault(part.Key, part.Value)).OfType<string>()];
        if (faults.Length > 0)
            throw new ApiException(StatusCodes.Status400BadRequest, string.Join(' ', faults));
    }

    /// <summary>Checks a query that nobody reads.</summary>
    /// <exception cref="ApiException">Something is wrong with it; all of it is told.</exception>
    public static void Check(HttpContext context) => _ = new QueryValues(context);

    /// <summary>A text; <see langword="null"/> when it is not given.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A number, the usual one when none is given.</summary>
    public int Number(string name) => _values.TryGetValue(name, out string? text)
        ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : _parameters.Single(parameter => parameter.Name == name).Usual;

    /// <summary>A block; <see langword="null"/> when it is not given.</summary>
    public Block? Block(string name) => _values.TryGetValue(name, out string? text) ? BlockOf(text) : null;

    /// <summary>The block that a text names by its number or an instant in it; <see langword="null"/> when it names none.</summary>
    public static Block? BlockOf(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            return new(id);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? BitGrid.Block.At(instant) : null;
    }

    string? Fault(string name, StringValues values)
    {
        if (_parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            return $"There is no parameter {Shown(name)}; there are: {(_parameters.Length == 0 ? "none" : string.Join(", ", _parameters.Select(known => known.Name)))}.";
        if (values is not [{ Length: > 0 } text])
            return $"{name} takes exactly one value.";
        _values[name] = text;
        return parameter.Kind switch
        {
            QueryKind.Block when BlockOf(text) is null => $"{name}: {Shown(text)} is no block. Allowed: its number, or an instant in it such as 2025-06-21T12:10:00Z.",
            QueryKind.Number when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < parameter.Least || number > parameter.Most
                => string.Create(CultureInfo.InvariantCulture, $"{name}: {Shown(text)}; allowed are {parameter.Least} to {parameter.Most}."),
            QueryKind.Text when !parameter.Allowed.IsEmpty && !parameter.Allowed.Contains(text) => $"{name}: {Shown(text)}; allowed are {string.Join(", ", parameter.Allowed)}.",
            _ => null,
        };
    }

    static string Shown(string text) => Printable.Text(text.Length <= 60 ? text : text[..60] + "…");
}
