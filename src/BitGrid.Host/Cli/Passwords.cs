using Spectre.Console;

namespace BitGrid.Host.Cli;

/// <summary>Takes a password from whoever has it, without showing it.</summary>
internal static class Passwords
{
    /// <param name="terminal">Where to ask.</param>
    /// <param name="file">A file, <c>-</c> for the standard input, or <see langword="null"/> to ask.</param>
    /// <returns><see langword="null"/> when there is none; the error stream says why.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Read(Terminal terminal, string? file)
    {
        if (file is not null)
            return FirstLine(file);
        if (!terminal.Interactive || Console.IsInputRedirected)
        {
            terminal.Error.WriteLine("error: there is no terminal to ask for the password. Give it with --from-file FILE, or --from-file - and the standard input.");
            return null;
        }

        string password = Ask(terminal, "New password: ");
        if (Ask(terminal, "Once more: ") == password)
            return password;
        terminal.Error.WriteLine("error: the two are not the same. Nothing is changed.");
        return null;
    }

    static string Ask(Terminal terminal, string question) => terminal.Progress.Prompt(new TextPrompt<string>(question).Secret(mask: null).AllowEmpty());

    static string FirstLine(string file)
    {
        try
        {
            using TextReader text = file == "-" ? Console.In : new StreamReader(file);
            return text.ReadLine() ?? "";
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"{file} may not be read by the user {Environment.UserName}.", denied);
        }
    }
}
