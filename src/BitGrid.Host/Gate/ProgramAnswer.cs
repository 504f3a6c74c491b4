namespace BitGrid.Host.Gate;

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output.</param>
/// <param name="Errors">What it wrote to the error stream.</param>
internal sealed record ProgramAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>The answer in a sentence, for somebody who wonders why.</summary>
    public string Text => $"it ended with {ExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture)}. {Errors.Trim()}";
}
