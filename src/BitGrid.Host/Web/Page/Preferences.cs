using BitGrid.Engine.Explanation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Page;

/// <summary>What a browser remembers of its reader: the language, and light or dark.</summary>
/// <param name="Language">The language: German until another is chosen.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or empty: as the device has it.</param>
internal sealed record Preferences(Language Language, string Theme)
{
    const string LanguageCookie = "bitgrid_language";
    const string ThemeCookie = "bitgrid_theme";

    static readonly CookieOptions Remembered = new() { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };

    public static Preferences Of(HttpRequest request) => new(
        request.Cookies[LanguageCookie] == "en" ? Language.En : Language.De,
        request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "");

    /// <summary>The link that chooses.</summary>
    /// <param name="key"><c>language</c> or <c>theme</c>.</param>
    /// <param name="value">What is chosen.</param>
    /// <param name="then">Path to return to, within the page.</param>
    public static string Link(string key, string value, string then) => $"preferences?{key}={value}&then={Uri.EscapeDataString("/" + then)}";

    /// <summary>Remembers a choice. It works by a plain link, so that it needs no script and no connection.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/preferences", (HttpContext context, string? language, string? theme, string? then) =>
    {
        if (language is "de" or "en")
            context.Response.Cookies.Append(LanguageCookie, language, Remembered);
        if (theme is "light" or "dark" or "auto")
            context.Response.Cookies.Append(ThemeCookie, theme, Remembered);
        return Results.LocalRedirect(IsLocal(then) ? then! : "/");
    }).ExcludeFromDescription();

    /// <summary>True for a path of this page: a link must not lead elsewhere by way of it.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal);
}
