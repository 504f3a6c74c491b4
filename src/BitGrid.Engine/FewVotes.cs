using System.Runtime.CompilerServices;

namespace BitGrid.Engine;

/// <summary>Room on the stack for the votes of one decision, so that it allocates nothing but itself.</summary>
[InlineArray(Most)]
internal struct FewVotes
{
    /// <summary>Enough for the built-in rules, the guards, and a few of a house's own.</summary>
    public const int Most = 12;

    Vote _first;
}
