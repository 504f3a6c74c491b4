using BitGrid.Host.Configuration;
using BitGrid.Host.Recordings;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Gate;

/// <summary>One of the two that are compared: what runs now, or what would.</summary>
internal interface IGateSide
{
    /// <summary>Version of the program.</summary>
    string Version { get; }

    /// <summary>The configuration it runs with.</summary>
    SiteConfiguration Configuration { get; }

    /// <summary>Plays scenarios; a scenario or a program that cannot be asked is a failed one.</summary>
    IReadOnlyList<ScenarioResult> Play(IReadOnlyList<string> suites);

    /// <summary>Decides recorded days again.</summary>
    /// <exception cref="GateException">It cannot.</exception>
    Replayed Replay(string data, Period period);
}
