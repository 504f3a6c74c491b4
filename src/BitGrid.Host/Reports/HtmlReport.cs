using System.Globalization;
using System.Text;
using BitGrid.Host.Recordings.Output;
using static BitGrid.Host.Reports.ReportText;

namespace BitGrid.Host.Reports;

/// <summary>
/// A report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. It follows the light or dark
/// setting of the reader and prints in black on white.
/// </summary>
/// <param name="title">Its title.</param>
/// <param name="language">Its language, as browsers and voices that read aloud want it.</param>
internal sealed class HtmlReport(string title, string language = "en")
{
    static readonly string Style = ReadStyle();

    readonly StringBuilder _body = new();

    /// <summary>A heading of a section.</summary>
    public HtmlReport Heading(string text) => Write($"<h2>{Encode(text)}</h2>\n");

    /// <summary>A paragraph of plain text.</summary>
    public HtmlReport Paragraph(string text, Tone tone = Tone.Neutral) =>
        Write($"<p{(tone == Tone.Neutral ? "" : $" class=\"{tone.ToString().ToLowerInvariant()}\"")}>{Encode(text)}</p>\n");

    /// <summary>A table or a chart.</summary>
    public HtmlReport Add(IReportPart part)
    {
        using StringWriter html = new(_body, CultureInfo.InvariantCulture);
        part.Write(html);
        return this;
    }

    /// <summary>The whole file, with LF line ends.</summary>
    public string Text() => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)}</title>
        <style>
        {Style}</style>
        </head>
        <body>
        <main>
        <h1>{Encode(title)}</h1>
        {_body}</main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>Writes the file; it appears whole or not at all.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Save(string path)
    {
        using OutputFile file = new(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(Text()));
        file.Commit();
    }

    HtmlReport Write(string html)
    {
        _body.Append(html);
        return this;
    }

    static string ReadStyle()
    {
        using StreamReader reader = new(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
