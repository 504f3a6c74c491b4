namespace BitGrid;

/// <summary>
/// Why a rule votes as it does: a stable code and the sentence for it in both languages. Keep one
/// <c>static readonly</c> instance per reason beside the rule. Codes are added, never renamed.
/// </summary>
/// <remarks>
/// Sentences may name the vote's conditions: <c>{surplus_kw}</c> is the actual value with its unit,
/// <c>{surplus_kw.limit}</c> the limit, and <c>{conditions}</c> all of them ("surplus 1.8 kW ≥ 1.5 kW, …").
/// Write what a neighbour understands, without a full stop: "surplus {surplus_kw} is below {surplus_kw.limit}".
/// </remarks>
public sealed record Reason
{
    /// <summary>Creates a reason.</summary>
    /// <param name="code">Upper case letters, digits and underscores, beginning with the rule's name: <c>R1_START</c>.</param>
    /// <param name="en">English sentence.</param>
    /// <param name="de">German sentence.</param>
    /// <exception cref="ArgumentException">The code has another form, or a sentence is empty.</exception>
    public Reason(string code, string en, string de)
    {
        if (string.IsNullOrEmpty(code) || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException($"The reason code '{code}' must be made of A-Z, 0-9 and _, for example R1_START.", nameof(code));
        ArgumentException.ThrowIfNullOrWhiteSpace(en);
        ArgumentException.ThrowIfNullOrWhiteSpace(de);
        (Code, En, De) = (code, en, de);
    }

    /// <summary>Stable code, for example <c>R1_START</c>.</summary>
    public string Code { get; }

    /// <summary>English sentence with placeholders.</summary>
    public string En { get; }

    /// <summary>German sentence with placeholders.</summary>
    public string De { get; }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
