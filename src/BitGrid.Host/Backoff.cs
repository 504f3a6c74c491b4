using System.Security.Cryptography;

namespace BitGrid.Host;

/// <summary>Pauses between attempts: 1 s at first, then twice as long each time up to 60 s, shortened by chance by up to a fifth so that the programs of a house do not all return in the same moment.</summary>
internal sealed class Backoff
{
    const int LongestS = 60;

    const int JitterPct = 20;

    int _nextS = 1;

    public TimeSpan Next()
    {
        TimeSpan pause = TimeSpan.FromSeconds(_nextS * (100 - RandomNumberGenerator.GetInt32(JitterPct + 1)) / 100.0);
        _nextS = Math.Min(LongestS, _nextS * 2);
        return pause;
    }

    public void Reset() => _nextS = 1;
}
