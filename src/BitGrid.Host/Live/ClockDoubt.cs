using System.Globalization;

namespace BitGrid.Host.Live;

/// <summary>Whether the wall clock can be believed: after a step not until a block has begun since.</summary>
internal sealed class ClockDoubt(HealthLog health)
{
    const string Code = "time_drift_detected";

    public bool IsDoubtful { get; private set; }

    /// <summary>Looks at the clock.</summary>
    /// <returns>True when it has stepped just now.</returns>
    public bool Look(ClockReading clock)
    {
        if (IsDoubtful || !BlockClock.HasStepped(clock))
            return false;
        IsDoubtful = true;
        health.Raise(HealthLevel.Warning, Code, "", string.Create(CultureInfo.InvariantCulture,
            $"The wall clock has stepped by {clock.Drift.TotalSeconds:0.#} s. Nothing starts for one block. If this comes back, check the time service (timedatectl)."));
        return true;
    }

    /// <summary>Says that a block was decided about.</summary>
    public void End()
    {
        if (!IsDoubtful)
            return;
        IsDoubtful = false;
        health.Clear(Code, "");
        health.Note(HealthLevel.Info, "resynced", "", "The clock is trusted again.");
    }
}
