using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>Loads and votes in plain words.</summary>
internal static class LoadWords
{
    /// <summary>What people call a load: its kind while there is but one, else its own name.</summary>
    public static string Name(LoadProfile load, SiteProfile site, Tongue tongue)
    {
        if (site.Loads.Count(other => other.Kind == load.Kind) > 1)
            return load.Id;
        return load.Kind == LoadKind.Miner ? tongue.Say("The miner", "Der Miner") : tongue.Say("The heater", "Der Heizstab");
    }

    /// <summary>The same as a label, without an article.</summary>
    public static string ShortName(LoadProfile load, SiteProfile site, Tongue tongue)
    {
        if (site.Loads.Count(other => other.Kind == load.Kind) > 1)
            return load.Id;
        return load.Kind == LoadKind.Miner ? "Miner" : tongue.Say("Heater", "Heizstab");
    }

    /// <summary>What it does, as a sentence without its subject: "is running".</summary>
    public static string Doing(LoadStatus status, Tongue tongue) =>
        status.Running ? tongue.Say("is running", "läuft") : tongue.Say("is off", "ist aus");

    /// <summary>What it will probably do.</summary>
    public static string Expected(DecisionRecord next, Tongue tongue) => (next.Action, next.NewState.Running) switch
    {
        (DecisionAction.Start, _) => tongue.Say("probably starts", "startet voraussichtlich"),
        (DecisionAction.Stop, _) => tongue.Say("probably stops", "stoppt voraussichtlich"),
        (DecisionAction.SetLevel, _) => tongue.Say($"probably runs at level {next.NewState.Level}", $"läuft voraussichtlich auf Stufe {next.NewState.Level}"),
        (_, true) => tongue.Say("probably keeps running", "läuft voraussichtlich weiter"),
        _ => tongue.Say("probably stays off", "bleibt voraussichtlich aus"),
    };

    /// <summary>What a rule wants, seen from a load that runs or is off.</summary>
    public static string Stance(VoteRecord vote, bool isRunning, Tongue tongue) => (vote.Vote, isRunning) switch
    {
        (VoteKind.Start, false) => tongue.Say("for a start", "für den Start"),
        (VoteKind.Start, true) => tongue.Say("for running", "fürs Laufen"),
        (VoteKind.Stop, true) => tongue.Say("demands a stop", "verlangt den Stopp"),
        (VoteKind.Stop, false) => tongue.Say("forbids a start", "verbietet den Start"),
        (VoteKind.Hold, true) => tongue.Say("lets it run on", "lässt es laufen"),
        (VoteKind.Hold, false) => tongue.Say("speaks against a start", "spricht gegen den Start"),
        (VoteKind.Throttle, _) => tongue.Say("demands less power", "verlangt weniger Leistung"),
        (_, false) when vote.Tier == RuleTier.Start => tongue.Say("no reason for a start", "kein Grund zum Start"),
        _ => tongue.Say("no objection", "kein Einwand"),
    };

    /// <summary>How a stance is coloured: <c>for</c>, <c>against</c> or nothing.</summary>
    public static string Colour(VoteRecord vote, bool isRunning) => (vote.Vote, isRunning) switch
    {
        (VoteKind.Start, _) or (VoteKind.Hold, true) => "for",
        (VoteKind.Stop, _) or (VoteKind.Hold, false) or (VoteKind.Throttle, _) => "against",
        _ => "",
    };

    /// <summary>What a rule watches over.</summary>
    public static string Subject(VoteRecord vote, Tongue tongue) => vote.Tier switch
    {
        RuleTier.Safety when vote.Rule == "DATA" => tongue.Say("Readings", "Messwerte"),
        RuleTier.Safety => tongue.Say("Safety", "Sicherheit"),
        RuleTier.Autarky => tongue.Say("Battery and grid", "Batterie und Netz"),
        RuleTier.Override => tongue.Say("By hand", "Von Hand"),
        RuleTier.Stability => tongue.Say("Settling time", "Ruhezeit"),
        _ => tongue.Say("Reason to start", "Grund zum Start"),
    };

    /// <summary>A path of energy.</summary>
    public static string Path(EnergyPath path, Tongue tongue) => path switch
    {
        EnergyPath.Export => tongue.Say("sell to the grid", "ins Netz verkaufen"),
        EnergyPath.Heat => tongue.Say("heat", "heizen"),
        _ => tongue.Say("mine", "schürfen"),
    };

    /// <summary>What was done.</summary>
    public static string Action(string action, Tongue tongue) => action switch
    {
        "Start" => tongue.Say("started", "gestartet"),
        "Stop" => tongue.Say("stopped", "gestoppt"),
        "SetLevel" => tongue.Say("level changed", "Stufe geändert"),
        _ => tongue.Say("unchanged", "unverändert"),
    };

    /// <summary>Name of a reading as people know it.</summary>
    public static string Name(Reading reading, Tongue tongue) => reading switch
    {
        Reading.PvPowerW => tongue.Say("solar power", "Sonnenstrom"),
        Reading.HouseLoadW => tongue.Say("house", "Haus"),
        Reading.GridPowerW => tongue.Say("grid", "Netz"),
        Reading.BatteryPowerW => tongue.Say("battery power", "Batterieleistung"),
        Reading.BatterySocPct => tongue.Say("battery charge", "Batterie-Ladestand"),
        Reading.HeatTempC => tongue.Say("heat buffer", "Wärmespeicher"),
        Reading.HeatPowerW => tongue.Say("heating power", "Heizleistung"),
        Reading.PriceCtKwh => tongue.Say("electricity price", "Strompreis"),
        Reading.FeedInCtKwh => tongue.Say("feed-in tariff", "Einspeisevergütung"),
        Reading.HashpriceSatsThsDay => tongue.Say("hash price", "Hashpreis"),
        Reading.BtcPriceEur => tongue.Say("bitcoin price", "Bitcoinkurs"),
        Reading.ForecastConfidence => tongue.Say("confidence in the forecast", "Sicherheit der Prognose"),
        Reading.MinerPowerW => tongue.Say("power of the device", "Leistung des Geräts"),
        Reading.MinerTempC => tongue.Say("temperature of the device", "Temperatur des Geräts"),
        Reading.MinerHashrateThs => tongue.Say("hash rate", "Hashrate"),
        _ => tongue.Say("last sign of work", "letztes Lebenszeichen"),
    };

    /// <summary>A value of a reading with its unit.</summary>
    public static string Value(Reading reading, double? value, Tongue tongue) => reading switch
    {
        Reading.BatterySocPct => tongue.Number(value, 0, "%"),
        Reading.HeatTempC or Reading.MinerTempC => tongue.Number(value, 0, "°C"),
        Reading.PriceCtKwh or Reading.FeedInCtKwh => tongue.Number(value, 1, "ct/kWh"),
        Reading.HashpriceSatsThsDay => tongue.Number(value, 1, tongue.Say("sats per TH/s and day", "sats je TH/s und Tag")),
        Reading.BtcPriceEur => tongue.Number(value, 0, "€"),
        Reading.ForecastConfidence => tongue.Number(value * 100, 0, "%"),
        Reading.MinerHashrateThs => tongue.Number(value, 1, "TH/s"),
        Reading.MinerHeartbeatAgeS => tongue.Number(value, 0, "s"),
        _ => tongue.Power(value),
    };
}
