namespace BitGrid.Build.Testing;

/// <summary>The culture and time zone the tests run under.</summary>
/// <param name="Name">Names the run in messages and its folder of reports.</param>
/// <param name="Culture">Such as <c>de-DE</c>; null leaves the machine's own.</param>
/// <param name="TimeZone">An IANA name; null leaves the machine's own.</param>
internal sealed record TestEnvironment(string Name, string? Culture = null, string? TimeZone = null)
{
    public static TestEnvironment AsIs { get; } = new("as-is");

    /// <summary>
    /// A decimal comma with a half-hour time zone, and the Turkish dotted and dotless i with one that has summer time.
    /// </summary>
    public static IReadOnlyList<TestEnvironment> Others { get; } =
        [new("de-DE", "de-DE", "Asia/Kolkata"), new("tr-TR", "tr-TR", "America/St_Johns")];

    /// <summary>The environment variables that make a .NET program on Linux run so.</summary>
    public IReadOnlyDictionary<string, string?> Variables()
    {
        var variables = new Dictionary<string, string?>
        {
            // With the invariant mode on, every culture would silently be the same one.
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = null,
            // What the test tool itself says stays readable for everybody; the culture of the tests does not depend on it.
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        };
        if (Culture is not null)
            variables["LC_ALL"] = variables["LANG"] = Culture.Replace('-', '_') + ".UTF-8";
        if (TimeZone is not null)
            variables["TZ"] = TimeZone;
        return variables;
    }
}
