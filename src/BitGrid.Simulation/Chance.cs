namespace BitGrid.Simulation;

/// <summary>
/// A stream of pseudo-random numbers that is the same on every machine: SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014). Each model draws from a stream of its own, so a change to
/// one model leaves the chance of the others as it was.
/// </summary>
/// <param name="seed">Seed of the whole month.</param>
/// <param name="stream">Name of the stream; hashed into the seed with FNV-1a.</param>
public sealed class Chance(ulong seed, string stream)
{
    ulong _state = seed ^ Fnv1a(stream);

    /// <summary>A number in 0 (inclusive) to 1 (exclusive), a multiple of 2⁻⁵³.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number between two bounds, all equally likely.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>True with the given probability, 0 to 1.</summary>
    public bool Happens(double probability) => Unit() < probability;

    /// <summary>
    /// A nearly normal number, mean 0 and standard deviation 1: twelve uniform numbers less six (Irwin-Hall). It needs
    /// additions only and is therefore exact everywhere, and it never leaves −6 to 6.
    /// </summary>
    public double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
            sum += Unit();
        return sum;
    }

    ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    static ulong Fnv1a(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in text)
            hash = (hash ^ c) * 0x100000001B3;
        return hash;
    }
}
