namespace BitGrid.Engine;

/// <summary>Reasons the engine itself gives; rules and policies bring their own.</summary>
public static class EngineReasons
{
    /// <summary>No rule asked for anything: the present state is kept.</summary>
    public static Reason NoVote { get; } = new("NO_VOTE", "no rule asks for a change", "keine Regel verlangt eine Änderung");

    /// <summary>The running load gets the level that the surplus carries.</summary>
    public static Reason LevelFollowsSurplus { get; } = new("LEVEL_FOLLOWS_SURPLUS",
        "this is what the surplus carries ({surplus_kw})", "so viel trägt der Überschuss ({surplus_kw})");

    /// <summary>Too little autonomy to start: the start is proposed.</summary>
    public static Reason ProposesStart { get; } = new("PROPOSES_START",
        "a start is proposed; the choice is yours", "ein Start wird vorgeschlagen; die Entscheidung liegt bei Ihnen");

    /// <summary>Too little autonomy to stop: the stop is proposed.</summary>
    public static Reason ProposesStop { get; } = new("PROPOSES_STOP",
        "a stop is proposed; the choice is yours", "ein Stopp wird vorgeschlagen; die Entscheidung liegt bei Ihnen");

    /// <summary>A required reading is missing: nothing starts.</summary>
    public static Reason DataDegraded { get; } = new("DATA_DEGRADED",
        "a required reading is missing, so nothing starts", "ein nötiger Messwert fehlt, darum startet nichts");

    /// <summary>The readings are unusable for the first block: the last state is kept.</summary>
    public static Reason DataInvalidHold { get; } = new("DATA_INVALID_HOLD",
        "the readings are unusable; for ten minutes everything stays as it is", "die Messwerte sind unbrauchbar; zehn Minuten bleibt alles, wie es ist");

    /// <summary>The readings stay unusable: stop.</summary>
    public static Reason DataInvalidStop { get; } = new("DATA_INVALID_STOP",
        "the readings have been unusable for more than ten minutes", "die Messwerte sind seit mehr als zehn Minuten unbrauchbar");

    /// <summary>The readings are usable.</summary>
    public static Reason DataUsable { get; } = new("DATA_USABLE", "all required readings are there", "alle nötigen Messwerte sind da");

    /// <summary>A person's wish.</summary>
    public static Reason ManualOverride { get; } = new("MANUAL_OVERRIDE",
        "set by hand ({override_blocks_left} left)", "von Hand so gewünscht (noch {override_blocks_left})");

    /// <summary>Nobody has set anything by hand.</summary>
    public static Reason NoOverride { get; } = new("NO_OVERRIDE", "nothing is set by hand", "nichts ist von Hand gewünscht");

    /// <summary>A rule threw or answered nonsense; a safe vote stands in for it.</summary>
    public static Reason RuleFault { get; } = new("RULE_FAULT",
        "a rule failed, so the safe side is taken", "eine Regel ist ausgefallen, darum gilt die sichere Seite");

    /// <summary>The policy threw or answered nonsense; the surplus is exported.</summary>
    public static Reason PolicyFault { get; } = new("POLICY_FAULT",
        "the policy failed; the surplus is exported", "die Strategie ist ausgefallen; der Überschuss wird eingespeist");
}
