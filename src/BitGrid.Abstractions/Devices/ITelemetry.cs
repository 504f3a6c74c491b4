namespace BitGrid;

/// <summary>Takes what devices tell. Safe to call from any thread; returns after the safety rules have seen it.</summary>
public interface ITelemetry
{
    /// <summary>A reading. Anything may be reported: what cannot be true is found later and noted.</summary>
    void Report(Measurement measurement);

    /// <summary>What a load does, by its own word.</summary>
    void Report(LoadReport report);

    /// <summary>What the coming blocks are expected to bring.</summary>
    void Report(SurplusForecast forecast);
}
