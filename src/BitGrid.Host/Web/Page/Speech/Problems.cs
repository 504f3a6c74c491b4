using BitGrid.Host.Live;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>What is wrong, in the words of somebody who has to live with it.</summary>
internal static class Problems
{
    /// <summary>The problem in a few words; the code where there are none for it.</summary>
    public static string Title(HealthEvent problem, Tongue tongue)
    {
        (string en, string de) = problem.Code switch
        {
            "mqtt_disconnected" or "broker_failed" => ("No connection to the MQTT broker: no readings come in, so nothing starts", "Keine Verbindung zum MQTT-Broker: es kommen keine Messwerte, darum startet nichts"),
            "mqtt_subscription_refused" => ("The MQTT broker does not let BitGrid read", "Der MQTT-Broker lässt BitGrid nicht lesen"),
            "implausible_reading" => ("A reading makes no sense and is not used", "Ein Messwert ist unglaubwürdig und wird nicht benutzt"),
            "sensor_frozen" => ("A sensor has not moved for long and is not used", "Ein Fühler bewegt sich seit langem nicht und wird nicht benutzt"),
            "topic_unreadable" => ("A message cannot be read", "Eine Nachricht ist nicht lesbar"),
            "load_deaf" => ("The device does not do what it is told", "Das Gerät tut nicht, was ihm gesagt wird"),
            "load_without_switch" => ("There is no device that switches the load", "Kein Gerät schaltet diese Last"),
            "switch_failed" => ("A device did not take a command", "Ein Gerät hat einen Befehl nicht angenommen"),
            "device_offline" => ("A device does not answer", "Ein Gerät antwortet nicht"),
            "device_failed" => ("A device cannot be set up", "Ein Gerät lässt sich nicht einrichten"),
            "rule_quarantined" => ("A rule failed and is replaced by the safe side", "Eine Regel ist ausgefallen; an ihrer Stelle gilt die sichere Seite"),
            "config_refused" => ("The changed settings have a fault and are not used", "Die geänderten Einstellungen haben einen Fehler und gelten nicht"),
            "config_not_kept" => ("The good settings could not be copied", "Die guten Einstellungen ließen sich nicht sichern"),
            "time_drift_detected" => ("The clock has jumped; BitGrid waits for one block", "Die Uhr ist gesprungen; BitGrid wartet einen Block ab"),
            "disk_low" => ("The disk is almost full", "Die Platte ist fast voll"),
            "store_failing" or "store_corrupt" => ("The database cannot be written", "Die Datenbank lässt sich nicht schreiben"),
            "archive_failed" or "archive_day_corrupt" or "archive_over_budget" => ("The archive needs attention", "Das Archiv braucht Aufmerksamkeit"),
            "backup_failed" or "backup_not_removed" => ("The backup needs attention", "Die Sicherung braucht Aufmerksamkeit"),
            "housekeeping_failed" => ("Tidying up failed; it is tried again", "Das Aufräumen schlug fehl; es wird wieder versucht"),
            "web_lan_refused" => ("BitGrid is only reachable from this machine", "BitGrid ist nur von diesem Rechner aus erreichbar"),
            _ => (problem.Code, problem.Code),
        };
        return problem.Subject.Length == 0 ? tongue.Say(en, de) : $"{tongue.Say(en, de)} ({problem.Subject})";
    }
}
