using System.Collections.Immutable;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests.Explanation;

/// <summary>The moments of <see cref="ReadingTests"/>.</summary>
static class ReadingCases
{
    public static ImmutableArray<ReadingCase> Decisions { get; } =
    [
        new("a sunny noon",
            "Startet: genug Sonnenstrom ist übrig – Überschuss 1,8 kW (mindestens 1,5 kW), Strompreis 16 ct (höchstens 18 ct). Das bleibt mindestens bis 12:30 so.",
            "Starts: enough solar power is left over – surplus 1.8 kW (at least 1.5 kW), electricity price 16 ct (at most 18 ct). Stays so until 12:30 at least.")
        { State = Some.State(surplusW: 1800, priceCtKwh: 16) },
        new("exactly enough",
            "Startet: genug Sonnenstrom ist übrig – Überschuss 1,5 kW (mindestens 1,5 kW), Strompreis 18 ct (höchstens 18 ct). Das bleibt mindestens bis 12:30 so.",
            "Starts: enough solar power is left over – surplus 1.5 kW (at least 1.5 kW), electricity price 18 ct (at most 18 ct). Stays so until 12:30 at least.")
        { State = Some.State(surplusW: 1500, priceCtKwh: 18) },
        new("no price limit",
            "Startet: genug Sonnenstrom ist übrig – Überschuss 3 kW (mindestens 1,5 kW). Das bleibt mindestens bis 12:30 so.",
            "Starts: enough solar power is left over – surplus 3 kW (at least 1.5 kW). Stays so until 12:30 at least.")
        { Rules = new() { R1 = new() { PriceMaxCtKwh = null } } },
        new("a hair too little",
            "Bleibt aus: zu wenig Sonnenstrom ist übrig (Überschuss 1,499 kW, nötig sind 1,5 kW).",
            "Stays off: not enough solar power is left over (surplus 1.499 kW, 1.5 kW needed).")
        { State = Some.State(surplusW: 1499) },
        new("clouds",
            "Bleibt aus: zu wenig Sonnenstrom ist übrig (Überschuss 0,4 kW, nötig sind 1,5 kW).",
            "Stays off: not enough solar power is left over (surplus 0.4 kW, 1.5 kW needed).")
        { State = Some.State(surplusW: 400) },
        new("the house needs more than the sun gives",
            "Bleibt aus: zu wenig Sonnenstrom ist übrig (Überschuss −0,3 kW, nötig sind 1,5 kW).",
            "Stays off: not enough solar power is left over (surplus −0.3 kW, 1.5 kW needed).")
        { State = Some.State(surplusW: -300) },
        new("dear electricity",
            "Bleibt aus: Strom ist gerade zu teuer (27,6 ct, erlaubt sind 18 ct).",
            "Stays off: electricity is too expensive now (27.6 ct, at most 18 ct allowed).")
        { State = Some.State(priceCtKwh: 27.6) },
        new("the market pays for taking electricity",
            "Startet: genug Sonnenstrom ist übrig – Überschuss 3 kW (mindestens 1,5 kW), Strompreis −4,2 ct (höchstens 18 ct). Das bleibt mindestens bis 12:30 so.",
            "Starts: enough solar power is left over – surplus 3 kW (at least 1.5 kW), electricity price −4.2 ct (at most 18 ct). Stays so until 12:30 at least.")
        { State = Some.State(priceCtKwh: -4.2) },
        new("no price has come",
            "Bleibt aus: Überschuss oder Strompreis ist nicht bekannt – Überschuss 3 kW (mindestens 1,5 kW), Strompreis unbekannt.",
            "Stays off: surplus or price is not known – surplus 3 kW (at least 1.5 kW), electricity price unknown.")
        { State = Some.State(priceCtKwh: null) },
        new("the meter is silent",
            "Bleibt aus: Überschuss oder Strompreis ist nicht bekannt – Überschuss unbekannt, Strompreis 15 ct (höchstens 18 ct).",
            "Stays off: surplus or price is not known – surplus unknown, electricity price 15 ct (at most 18 ct).")
        { State = Some.State(surplusW: null) },
        new("it runs well",
            "Läuft weiter: der Sonnenstrom reicht noch – Überschuss 1,6 kW (mindestens 1,3 kW), Strompreis 15 ct (höchstens 19 ct).",
            "Keeps running: the solar power still suffices – surplus 1.6 kW (at least 1.3 kW), electricity price 15 ct (at most 19 ct).")
        { State = Some.State(surplusW: 1600), Status = Some.Running(level: 3) },
        new("a cloud for long",
            "Stoppt: der Sonnenstrom reicht nicht mehr (Überschuss −0,2 kW, nötig sind 1,3 kW). Das bleibt mindestens bis 12:30 so.",
            "Stops: the solar power no longer suffices (surplus −0.2 kW, 1.3 kW needed). Stays so until 12:30 at least.")
        { State = Some.State(surplusW: -200), Status = Some.Running() },
        new("the price rises",
            "Stoppt: Strom ist zu teuer geworden (19,1 ct, erlaubt sind 19 ct). Das bleibt mindestens bis 12:30 so.",
            "Stops: electricity has become too expensive (19.1 ct, at most 19 ct allowed). Stays so until 12:30 at least.")
        { State = Some.State(priceCtKwh: 19.1), Status = Some.Running() },
        new("the surplus carries another level",
            "Läuft jetzt auf Stufe 3: so viel trägt der Überschuss (3 kW).",
            "Now runs at level 3: this is what the surplus carries (3 kW).")
        { Status = Some.Running(level: 1) },
        new("an empty battery",
            "Bleibt aus: die Batterie wird geschont, bis sie 45 % erreicht (jetzt 30 %).",
            "Stays off: the battery is spared until it reaches 45 % (now 30 %).")
        { State = Some.State(batterySocPct: 30) },
        new("a battery at its limit while it runs",
            "Stoppt: die Batterie wird geschont, bis sie 45 % erreicht (jetzt 35 %). Das bleibt mindestens bis 12:30 so.",
            "Stops: the battery is spared until it reaches 45 % (now 35 %). Stays so until 12:30 at least.")
        { State = Some.State(batterySocPct: 35), Status = Some.Running() },
        new("a battery that recovers",
            "Bleibt aus: die Batterie wird geschont, bis sie 45 % erreicht (jetzt 44,6 %).",
            "Stays off: the battery is spared until it reaches 45 % (now 44.6 %).")
        { State = Some.State(batterySocPct: 44.6), Before = new("", "", "") { State = Some.State(batterySocPct: 30) } },
        new("the battery's reading is gone",
            "Bleibt aus: Batterie oder Netz ist nicht bekannt – Batterie unbekannt, Netzbezug −3000 W (höchstens 500 W).",
            "Stays off: battery or grid is not known – battery unknown, grid import −3000 W (at most 500 W).")
        { State = Some.State(batterySocPct: null) },
        new("the house draws from the grid",
            "Stoppt: das Haus bezieht 620 W aus dem Netz (erlaubt sind 500 W). Das bleibt mindestens bis 12:30 so.",
            "Stops: the house draws 620 W from the grid (at most 500 W allowed). Stays so until 12:30 at least.")
        { State = Some.State(gridPowerW: 620), Status = Some.Running() },
        new("too hot",
            "Stoppt: zu heiß (86 °C, Grenze 85 °C). Das bleibt mindestens bis 12:30 so.",
            "Stops: too hot (86 °C, the limit is 85 °C). Stays so until 12:30 at least.")
        { Readings = Some.Readings(tempC: 86), Status = Some.Running() },
        new("exactly at the temperature limit",
            "Stoppt: zu heiß (85 °C, Grenze 85 °C). Das bleibt mindestens bis 12:30 so.",
            "Stops: too hot (85 °C, the limit is 85 °C). Stays so until 12:30 at least.")
        { Readings = Some.Readings(tempC: 85), Status = Some.Running() },
        new("too hot between two ticks",
            "Stoppt: zu heiß (91 °C, Grenze 85 °C). Das bleibt mindestens bis 12:30 so.",
            "Stops: too hot (91 °C, the limit is 85 °C). Stays so until 12:30 at least.")
        { Readings = Some.Readings(tempC: 91), Status = Some.Running(), Trigger = DecisionTrigger.SafetyAsync },
        new("still cooling down",
            "Bleibt aus: es kühlt nach einer Überhitzung noch ab – Temperatur 80 °C (über 75 °C).",
            "Stays off: it still cools down after overheating – temperature 80 °C (above 75 °C).")
        { Readings = Some.Readings(tempC: 80), Before = new("", "", "") { Readings = Some.Readings(tempC: 86) } },
        new("cooling down unseen",
            "Bleibt aus: es kühlt nach einer Überhitzung noch ab – Zeit seit der Überhitzung 10 min (unter 60 min).",
            "Stays off: it still cools down after overheating – time since the overheating 10 min (below 60 min).")
        {
            Load = Some.Load(temperature: TemperatureSensing.WhileRunning), Readings = Some.Readings(tempC: null),
            Before = new("", "", "") { Readings = Some.Readings(tempC: 86), Status = Some.Running() },
        },
        new("almost too hot",
            "Läuft jetzt auf Stufe 1: fast zu heiß (84 °C), ab 83 °C läuft es langsamer.",
            "Now runs at level 1: almost too hot (84 °C), from 83 °C on it runs slower.")
        { Readings = Some.Readings(tempC: 84), Status = Some.Running(level: 2) },
        new("blind",
            "Bleibt aus: die Temperatur des Geräts ist nicht bekannt.",
            "Stays off: the temperature of the device is not known.")
        { Readings = Some.Readings(tempC: null) },
        new("it shows hashes but does not work",
            "Stoppt: kein Lebenszeichen seit 95 s (erlaubt sind 60 s). Das bleibt mindestens bis 12:30 so.",
            "Stops: no sign of work for 95 s (at most 60 s allowed). Stays so until 12:30 at least.")
        { Readings = Some.Readings(heartbeatAgeS: 95), Status = Some.Running() },
        new("it never showed a sign of work",
            "Stoppt: kein Lebenszeichen seit unbekannt (erlaubt sind 60 s). Das bleibt mindestens bis 12:30 so.",
            "Stops: no sign of work for unknown (at most 60 s allowed). Stays so until 12:30 at least.")
        { Readings = Some.Readings(heartbeatAgeS: null), Status = Some.Running() },
        new("sun is coming",
            "Startet: bald ist genug Sonne zu erwarten (Überschuss 2 kW, nötig sind 1,2 kW). Das bleibt mindestens bis 12:30 so.",
            "Starts: enough sun is expected soon (surplus 2 kW, 1.2 kW needed). Stays so until 12:30 at least.")
        { State = Some.State(surplusW: 900, forecastSurplusW: [1800, 2000, 2200], forecastConfidence: 0.8) },
        new("a passing gleam",
            "Bleibt aus: bald ist zu wenig Sonne zu erwarten (Überschuss 0,3 kW, nötig sind 0,9 kW).",
            "Stays off: too little sun is expected soon (surplus 0.3 kW, 0.9 kW needed).")
        { State = Some.State(forecastSurplusW: [500, 300, 100], forecastConfidence: 0.9) },
        new("switched a moment ago",
            "Bleibt aus: vor 10 min geschaltet, frühestens nach 30 min wieder. Das bleibt mindestens bis 12:20 so.",
            "Stays off: it was switched 10 min ago and is left alone for 30 min. Stays so until 12:20 at least.")
        { Status = Some.Off(blocks: 1) },
        new("switched in this very block",
            "Bleibt aus: vor weniger als 10 min geschaltet, frühestens nach 30 min wieder. Das bleibt mindestens bis 12:30 so.",
            "Stays off: it was switched less than 10 min ago and is left alone for 30 min. Stays so until 12:30 at least.")
        { Status = Some.Off(blocks: 0) },
        new("a short cloud after a start",
            "Läuft weiter: vor 20 min geschaltet, frühestens nach 30 min wieder.",
            "Keeps running: it was switched 20 min ago and is left alone for 30 min.")
        { State = Some.State(surplusW: 100), Status = Some.Running(blocks: 2) },
        new("set by hand",
            "Startet: von Hand so gewünscht (noch 30 min). Das bleibt mindestens bis 12:30 so.",
            "Starts: set by hand (30 min left). Stays so until 12:30 at least.")
        { State = Some.State(surplusW: 0), Wish = new(Run: true, Level: 0, Some.Block, Blocks: 3), Trigger = DecisionTrigger.Override },
        new("by hand, but too hot",
            "Bleibt aus: zu heiß (86 °C, Grenze 85 °C).",
            "Stays off: too hot (86 °C, the limit is 85 °C).")
        { Readings = Some.Readings(tempC: 86), Wish = new(Run: true, Level: 0, Some.Block, Blocks: 3), Trigger = DecisionTrigger.Override },
        new("only proposed",
            "Bleibt aus: ein Start wird vorgeschlagen; die Entscheidung liegt bei Ihnen.",
            "Stays off: a start is proposed; the choice is yours.")
        { Autonomy = AutonomyLevel.Semi },
        new("a reading is missing",
            "Bleibt aus: ein nötiger Messwert fehlt, darum startet nichts.",
            "Stays off: a required reading is missing, so nothing starts.")
        { State = Some.State(quality: DataQuality.Degraded, missing: ["battery_soc_pct"]) },
        new("the readings contradict each other",
            "Läuft weiter: die Messwerte sind unbrauchbar; zehn Minuten bleibt alles, wie es ist.",
            "Keeps running: the readings are unusable; for ten minutes everything stays as it is.")
        { State = Some.State(quality: DataQuality.Invalid), Status = Some.Running() },
        new("they still do",
            "Stoppt: die Messwerte sind seit mehr als zehn Minuten unbrauchbar. Das bleibt mindestens bis 12:30 so.",
            "Stops: the readings have been unusable for more than ten minutes. Stays so until 12:30 at least.")
        {
            State = Some.State(quality: DataQuality.Invalid), Status = Some.Running(),
            Before = new("", "", "") { State = Some.State(quality: DataQuality.Invalid), Status = Some.Running() },
        },
        new("switched too often today",
            "Bleibt aus: heute schon 2-mal geschaltet (erlaubt sind 2). Das bleibt mindestens bis 02:00 so.",
            "Stays off: switched 2 times today already (at most 2 allowed). Stays so until 02:00 at least.")
        {
            Rules = new() { R5 = new() { HoldBlocks = 0, MinRuntimeBlocks = 0, MinPauseBlocks = 0, MaxSwitchesPerDay = 2 } },
            Status = Some.Off(blocks: 1), Before = new("", "", "") { Status = Some.Running(blocks: 1) },
        },
    ];

    public static ImmutableArray<ReadingCase> Changes { get; } =
    [
        new("more sun",
            "Startet bei Überschuss ab 1,5 kW (jetzt 0,4 kW).",
            "Starts with surplus at 1.5 kW or more (now 0.4 kW).")
        { State = Some.State(surplusW: 400) },
        new("a cheaper hour and more sun",
            "Startet bei Strompreis bis 18 ct (jetzt 27,6 ct) und Überschuss ab 1,5 kW (jetzt 0,4 kW).",
            "Starts with electricity price at 18 ct or less (now 27.6 ct) and surplus at 1.5 kW or more (now 0.4 kW).")
        { State = Some.State(surplusW: 400, priceCtKwh: 27.6) },
        new("a fuller battery",
            "Startet bei Batterie ab 45 % (jetzt 38 %) und Überschuss ab 1,5 kW (jetzt 0,4 kW).",
            "Starts with battery at 45 % or more (now 38 %) and surplus at 1.5 kW or more (now 0.4 kW).")
        { State = Some.State(surplusW: 400, batterySocPct: 38), Before = new("", "", "") { State = Some.State(batterySocPct: 30) } },
        new("time",
            "Startet bei Ablauf der Ruhezeit (um 12:20).",
            "Starts with the end of the settling time (at 12:20).")
        { Status = Some.Off(blocks: 1) },
        new("complete readings",
            "Startet bei Eintreffen aller Messwerte (es fehlen: 1).",
            "Starts with complete readings (missing now: 1).")
        { State = Some.State(quality: DataQuality.Degraded, missing: ["heat_temp_c"]) },
    ];
}
