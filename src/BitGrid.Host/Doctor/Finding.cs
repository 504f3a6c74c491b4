namespace BitGrid.Host.Doctor;

/// <summary>What was found in one respect.</summary>
/// <param name="Level">How it is.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found, in one sentence.</param>
/// <param name="Repair">How to mend it; empty when there is nothing to mend.</param>
internal sealed record Finding(FindingLevel Level, string Subject, string Text, string Repair = "")
{
    public static Finding Ok(string subject, string text) => new(FindingLevel.Ok, subject, text);

    public static Finding Warning(string subject, string text, string repair) => new(FindingLevel.Warning, subject, text, repair);

    public static Finding Fault(string subject, string text, string repair) => new(FindingLevel.Fault, subject, text, repair);
}
