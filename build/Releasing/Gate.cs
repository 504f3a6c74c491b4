namespace BitGrid.Build.Releasing;

/// <summary>A condition of a release.</summary>
/// <param name="Name">What is asked, in a word or two.</param>
/// <param name="Check">Ends with a <see cref="BuildFailedException"/> that says why, when the condition is not met.</param>
internal sealed record Gate(string Name, Action Check)
{
    /// <summary>Checks all of them and says which refuse.</summary>
    /// <exception cref="BuildFailedException">At least one does.</exception>
    public static void PassAll(params IReadOnlyList<Gate> gates)
    {
        var refusals = gates.Where(gate => !gate.Passes()).Select(gate => gate.Name).ToArray();
        if (refusals is not [])
            throw new BuildFailedException($"No release: {string.Join(", ", refusals)}.");
    }

    bool Passes()
    {
        try
        {
            Check();
            Console.WriteLine($"gate {Name}: open");
            return true;
        }
        catch (BuildFailedException refusal)
        {
            Console.Error.WriteLine($"gate {Name}: SHUT. {refusal.Message}");
            return false;
        }
    }
}
