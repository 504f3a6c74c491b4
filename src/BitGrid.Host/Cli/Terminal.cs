using Spectre.Console;

namespace BitGrid.Host.Cli;

/// <summary>Where a command writes: results to the output, everything else (faults, warnings, progress) to the error stream.</summary>
internal sealed class Terminal
{
    const int WidthOfFiles = 140;

    /// <summary>A terminal on two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Everything else.</param>
    /// <param name="interactive">True when a person watches: colours, live tables, progress.</param>
    public Terminal(TextWriter output, TextWriter error, bool interactive)
    {
        (Error, Interactive) = (error, interactive);
        Out = Ansi(output, interactive);
        Progress = Ansi(error, interactive);
    }

    /// <summary>Results.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Faults and warnings.</summary>
    public TextWriter Error { get; }

    /// <summary>Progress bars, on the error stream.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>True when a person watches.</summary>
    public bool Interactive { get; }

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);

    /// <summary>Writes a line of plain text to the output, unwrapped and without markup.</summary>
    public void Line(string text = "") => Out.Profile.Out.Writer.WriteLine(text);

    static IAnsiConsole Ansi(TextWriter writer, bool interactive)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!interactive)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
