namespace BitGrid.Engine;

/// <summary>Reasons the engine itself gives; rules and policies bring their own.</summary>
public static class EngineReasons
{
    /// <summary>No rule asked for anything: the present state is kept.</summary>
    public static Reason NoVote { get; } = new("NO_VOTE", "no rule asks for a change", "keine Regel verlangt eine Änderung");

    /// <summary>The running load gets the level that the surplus carries.</summary>
    public static Reason LevelFollowsSurplus { get; } = new("LEVEL_FOLLOWS_SURPLUS",
        "the level follows the surplus of {surplus_kw}", "die Stufe folgt dem Überschuss von {surplus_kw}");

    /// <summary>Too little autonomy to start: the start is proposed.</summary>
    public static Reason ProposesStart { get; } = new("PROPOSES_START",
        "a start is proposed; the autonomy level leaves it to you", "ein Start wird vorgeschlagen; die Autonomiestufe überlässt ihn Ihnen");

    /// <summary>Too little autonomy to stop: the stop is proposed.</summary>
    public static Reason ProposesStop { get; } = new("PROPOSES_STOP",
        "a stop is proposed; the autonomy level leaves it to you", "ein Stopp wird vorgeschlagen; die Autonomiestufe überlässt ihn Ihnen");

    /// <summary>A required reading is missing: nothing starts.</summary>
    public static Reason DataDegraded { get; } = new("DATA_DEGRADED",
        "a required reading is missing, so nothing starts", "ein nötiger Messwert fehlt, darum startet nichts");

    /// <summary>The readings are unusable for the first block: the last state is kept.</summary>
    public static Reason DataInvalidHold { get; } = new("DATA_INVALID_HOLD",
        "the readings are unusable; the last state is kept for one block", "die Messwerte sind unbrauchbar; der letzte Zustand gilt noch einen Block");

    /// <summary>The readings stay unusable: stop.</summary>
    public static Reason DataInvalidStop { get; } = new("DATA_INVALID_STOP",
        "the readings have been unusable for more than one block", "die Messwerte sind seit mehr als einem Block unbrauchbar");

    /// <summary>The readings are usable.</summary>
    public static Reason DataUsable { get; } = new("DATA_USABLE", "all required readings are there", "alle nötigen Messwerte sind da");

    /// <summary>A person's wish.</summary>
    public static Reason ManualOverride { get; } = new("MANUAL_OVERRIDE",
        "set by hand (blocks left: {override_blocks_left})", "von Hand vorgegeben (verbleibende Blöcke: {override_blocks_left})");

    /// <summary>Nobody has set anything by hand.</summary>
    public static Reason NoOverride { get; } = new("NO_OVERRIDE", "nothing is set by hand", "nichts ist von Hand vorgegeben");

    /// <summary>A rule threw or answered nonsense; a safe vote stands in for it.</summary>
    public static Reason RuleFault { get; } = new("RULE_FAULT",
        "a rule failed; a safe vote stands in for it", "eine Regel ist ausgefallen; eine sichere Stimme vertritt sie");

    /// <summary>The policy threw or answered nonsense; the surplus is exported.</summary>
    public static Reason PolicyFault { get; } = new("POLICY_FAULT",
        "the policy failed; the surplus is exported", "die Strategie ist ausgefallen; der Überschuss wird eingespeist");
}
