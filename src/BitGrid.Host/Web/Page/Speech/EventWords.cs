using System.Collections.Frozen;
using BitGrid.Host.Live;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>
/// What happened, in the words of somebody who has to live with it. An event's own message is the log's: English, with every detail.
/// Here stands what each code means, so that events which were stored long ago are told as well.
/// </summary>
/// <param name="En">In a few words, English.</param>
/// <param name="De">The same in German.</param>
/// <param name="Advice">What it leads to and how it is mended, German; English readers have the message.</param>
internal sealed record EventWords(string En, string De, string Advice)
{
    const string Over = "_over";

    static readonly FrozenDictionary<string, EventWords> ByCode = new Dictionary<string, EventWords>(StringComparer.Ordinal)
    {
        ["mqtt_disconnected"] = new(
            "No connection to the MQTT broker: no readings come in, so nothing starts",
            "Keine Verbindung zum MQTT-Broker: es kommen keine Messwerte, darum startet nichts",
            "BitGrid versucht es immer wieder. Bitte prüfen, ob der Broker läuft und ob mqtt.host, mqtt.port, mqtt.tls und der Benutzer in config.yaml stimmen."),
        ["broker_failed"] = new(
            "The broker inside BitGrid cannot start: no readings come in, so nothing starts",
            "Der eingebaute MQTT-Broker startet nicht: es kommen keine Messwerte, darum startet nichts",
            "Meist ist sein Port schon vergeben. Das andere Programm beenden oder mqtt.port in config.yaml ändern, dann BitGrid neu starten."),
        ["mqtt_connected"] = new("Connected to the MQTT broker", "Mit dem MQTT-Broker verbunden", "Messwerte kommen wieder an."),
        ["mqtt_subscription_refused"] = new(
            "The MQTT broker does not let BitGrid read",
            "Der MQTT-Broker lässt BitGrid nicht lesen",
            "Dem Benutzer von BitGrid in der Rechteliste des Brokers das Lesen dieses Themas erlauben."),
        ["mqtt_receiver_failed"] = new(
            "A message was lost because its receiver failed",
            "Eine Nachricht ging verloren, weil ihr Empfänger versagte",
            "Das ist ein Fehler im Programm oder in einem Plugin; bitte mit dem Wortlaut aus dem Protokoll melden."),
        ["topic_unreadable"] = new(
            "A message cannot be read",
            "Eine Nachricht ist nicht lesbar",
            "Der Messwert wird nicht benutzt. In config.yaml prüfen, ob Thema, json_path und Einheit zu dem passen, was das Gerät sendet."),
        ["topic_readable"] = new("A topic brings readable messages again", "Die Nachrichten sind wieder lesbar", "Der Messwert wird wieder benutzt."),
        ["implausible_reading"] = new(
            "A reading makes no sense and is not used",
            "Ein Messwert ist unglaubwürdig und wird nicht benutzt",
            "Den Fühler, seine Einheit und sein Vorzeichen prüfen."),
        ["sensor_frozen"] = new(
            "A sensor has not moved for long and is not used",
            "Ein Fühler bewegt sich seit langem nicht und wird nicht benutzt",
            "Den Fühler prüfen. Ist der Wert richtig, bei seinem Thema frozen_after_s: 0 setzen."),
        ["load_deaf"] = new(
            "The device does not do what it is told",
            "Das Gerät tut nicht, was ihm gesagt wird",
            "Es soll aus sein und läuft noch. Der Befehl wird immer wieder gesendet. Stoppt es nicht, bitte von Hand vom Strom trennen."),
        ["load_did_not_start"] = new(
            "The device was told to start and does not run",
            "Das Gerät sollte starten und läuft nicht",
            "Es bleibt nun aus und darf nach seiner Pause wieder starten. Prüfen, ob es eingeschaltet und erreichbar ist."),
        ["load_other_level"] = new(
            "The device runs at another level than it was told",
            "Das Gerät läuft auf einer anderen Stufe, als ihm gesagt wurde",
            "BitGrid rechnet mit der Stufe, auf der es wirklich läuft."),
        ["load_changed_by_itself"] = new(
            "The device was switched by somebody else, or by itself",
            "Das Gerät wurde von jemand anderem geschaltet oder schaltete selbst",
            "Von Hand, durch seinen eigenen Schutz, oder weil es nichts mehr hörte. Die Regeln entscheiden weiter nach dem, was ist."),
        ["load_without_switch"] = new(
            "There is no device that switches the load",
            "Kein Gerät schaltet diese Last",
            "Ihre Befehle gehen ins Leere. In config.yaml unter devices ein Gerät für sie eintragen."),
        ["switch_failed"] = new(
            "A device did not take a command",
            "Ein Gerät hat einen Befehl nicht angenommen",
            "Der Befehl wird wiederholt, bis es ihn annimmt. Prüfen, ob das Gerät am Strom und im Netz ist."),
        ["device_offline"] = new(
            "A device does not answer",
            "Ein Gerät antwortet nicht",
            "BitGrid fragt weiter, bis es antwortet. Prüfen, ob es am Strom und im Netz ist."),
        ["device_failed"] = new(
            "A device cannot be set up",
            "Ein Gerät lässt sich nicht einrichten",
            "Seinen Abschnitt in config.yaml prüfen oder sein Plugin aktualisieren, dann BitGrid neu starten."),
        ["rule_quarantined"] = new(
            "A rule failed and is replaced by the safe side",
            "Eine Regel ist ausgefallen; an ihrer Stelle gilt die sichere Seite",
            "Sie wird bis zum nächsten Start nicht mehr gefragt. Ihr Plugin aktualisieren oder entfernen, oder sie in flags.yaml abschalten; dann BitGrid neu starten."),
        ["config_applied"] = new("Changed settings are in force", "Geänderte Einstellungen gelten jetzt", "Was sich geändert hat, steht auf der Seite der Einstellungen."),
        ["config_refused"] = new(
            "The changed settings have a fault and are not used",
            "Die geänderten Einstellungen haben einen Fehler und gelten nicht",
            "Es gilt weiter, was vorher galt. Datei, Zeile und Abhilfe stehen im Protokoll; bitgrid config check nennt sie auch."),
        ["config_not_kept"] = new(
            "The good settings could not be copied",
            "Die guten Einstellungen ließen sich nicht sichern",
            "Nach einer fehlerhaften Änderung hätte der nächste Start keine, auf die er zurückfallen kann. Platz und Schreibrechte im Datenordner prüfen."),
        ["time_drift_detected"] = new(
            "The clock has jumped; BitGrid waits for one block",
            "Die Uhr ist gesprungen; BitGrid wartet einen Block ab",
            "So lange startet nichts. Kommt es wieder vor, den Zeitdienst des Rechners prüfen (timedatectl)."),
        ["resynced"] = new("The clock is trusted again", "Der Uhr wird wieder geglaubt", "Starts sind wieder möglich."),
        ["disk_low"] = new(
            "The disk is almost full",
            "Die Platte ist fast voll",
            "Entschieden wird weiter; die ältesten Tage im Archiv weichen zuerst. Bitte Platz auf der Platte schaffen."),
        ["store_failing"] = new(
            "The database cannot be written",
            "Die Datenbank lässt sich nicht schreiben",
            "Entschieden wird weiter; einen Tag lang bleibt alles im Arbeitsspeicher. Meist ist die Platte voll, schreibgeschützt oder defekt."),
        ["store_recovered"] = new("The database can be written again", "Die Datenbank lässt sich wieder schreiben", "Was im Arbeitsspeicher wartete, ist geschrieben; ob etwas verloren ging, steht im Protokoll."),
        ["store_corrupt"] = new(
            "The database was damaged; a new one is begun",
            "Die Datenbank war beschädigt; eine neue ist begonnen",
            "Die beschädigte liegt daneben, und das Archiv ist unberührt. Die Platte prüfen; eine Sicherung holt den Stand zurück."),
        ["store_migrated"] = new("The database was brought up to this version", "Die Datenbank wurde auf diese Version gebracht", "Eine Kopie von vorher liegt daneben."),
        ["store_decision_twice"] = new(
            "A block was decided about twice; the first decision stays",
            "Über einen Block wurde zweimal entschieden; die erste Entscheidung bleibt",
            "Das darf nicht sein. Prüfen, ob BitGrid zweimal läuft."),
        ["archive_failed"] = new(
            "The archive cannot be kept up",
            "Das Archiv lässt sich nicht weiterführen",
            "Nichts geht verloren: die Tage bleiben in der Datenbank, und es wird wieder versucht. Platz schaffen und Schreibrechte prüfen."),
        ["archive_day_corrupt"] = new(
            "A day in the archive is damaged",
            "Ein Tag im Archiv ist beschädigt",
            "Ist er noch in der Datenbank, wird er neu geschrieben. Sonst die Datei aus einer Sicherung holen und die Platte prüfen."),
        ["archive_over_budget"] = new(
            "The archive had used up its room; its oldest days went",
            "Das Archiv hatte seinen Platz verbraucht; die ältesten Tage sind gelöscht",
            "Mehr Platz erlauben (storage.archive_budget_mb) oder alte Tage rechtzeitig woandershin kopieren."),
        ["backup_failed"] = new(
            "There is no backup of today",
            "Von heute gibt es keine Sicherung",
            "Alle zehn Minuten wird es wieder versucht. Prüfen, ob der Zielordner da, beschreibbar und nicht voll ist."),
        ["backup_not_removed"] = new(
            "An old backup could not be removed",
            "Eine alte Sicherung ließ sich nicht löschen",
            "Mit der nächsten Sicherung wird es wieder versucht. Die Schreibrechte im Zielordner prüfen."),
        ["backup_done"] = new("The backup is made", "Die Sicherung ist gemacht", "Mit ihr lässt sich alles wiederherstellen."),
        ["housekeeping_failed"] = new(
            "Tidying up failed; it is tried again",
            "Das Aufräumen schlug fehl; es wird wieder versucht",
            "In zehn Minuten ist es wieder an der Reihe. Bleibt es dabei, Platz und Schreibrechte prüfen."),
        ["web_lan_refused"] = new(
            "BitGrid is only reachable from this machine",
            "BitGrid ist nur von diesem Rechner aus erreichbar",
            "Für das Heimnetz fehlt ein Passwort (bitgrid user set-password), oder das Zertifikat ist nicht zu gebrauchen. Beheben, dann BitGrid neu starten."),
        ["web_failed"] = new(
            "Page and API cannot be served",
            "Seite und API sind nicht zu erreichen",
            "Ein anderes Programm hat den Port. Es beenden oder web.port in config.yaml ändern, dann BitGrid neu starten."),
        ["rolled_back"] = new(
            "A new version did not work; the one before runs again",
            "Eine neue Version lief nicht; die vorige läuft wieder",
            "Nichts ist verloren. Eine neuere Version einspielen, oder dieselbe noch einmal versuchen: bitgrid update retry."),
        ["launcher_not_told"] = new(
            "The launcher cannot be told that this version works",
            "Dem Starter lässt sich nicht sagen, dass diese Version läuft",
            "Er hält sie sonst für defekt und nimmt die vorige. Platz schaffen oder BitGrid das Schreiben in seinem Ordner erlauben."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The codes that have words.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>An event in a few words, with what it is about.</summary>
    public static string Title(HealthEvent happened, Tongue tongue)
    {
        bool isOver = happened.Code.EndsWith(Over, StringComparison.Ordinal);
        string title = ByCode.GetValueOrDefault(isOver ? happened.Code[..^Over.Length] : happened.Code) is { } words ? tongue.Say(words.En, words.De) : happened.Code;
        string whole = isOver ? $"{tongue.Say("Over", "Vorbei")}: {title}" : title;
        return happened.Subject.Length == 0 ? whole : $"{whole} ({happened.Subject})";
    }

    /// <summary>What an event leads to and how it is mended, German; empty when nothing is to be said.</summary>
    public static string AdviceOn(string code) => ByCode.GetValueOrDefault(code)?.Advice ?? "";
}
