namespace BitGrid.Policies;

/// <summary>Why a path is taken or rejected.</summary>
internal static class PathReasons
{
    public static readonly Reason Preferred = new("PATH_PREFERRED", "this path comes first", "dieser Weg hat Vorrang");
    public static readonly Reason Later = new("PATH_LATER", "another path comes first", "ein anderer Weg hat Vorrang");
    public static readonly Reason WorthMost = new("PATH_WORTH_MOST", "it is worth the most: {values}", "er ist am meisten wert: {values}");
    public static readonly Reason WorthLess = new("PATH_WORTH_LESS", "another path is worth more: {values}", "ein anderer Weg ist mehr wert: {values}");
    public static readonly Reason Kept = new("PATH_KEPT",
        "no other path is better by the switching margin: {values}", "kein anderer Weg ist um die Umschaltschwelle besser: {values}");
    public static readonly Reason Unknown = new("PATH_VALUE_UNKNOWN", "its value is not known", "sein Wert ist nicht bekannt");
    public static readonly Reason NotThere = new("PATH_NOT_THERE", "the house has no such path", "diesen Weg gibt es im Haus nicht");
    public static readonly Reason HeatFull = new("PATH_HEAT_FULL", "the heat buffer is at its limit", "der Wärmespeicher ist voll");
    public static readonly Reason ExportCosts = new("PATH_EXPORT_COSTS", "feeding in would cost money: {values}", "Einspeisen würde Geld kosten: {values}");
    public static readonly Reason Quiet = new("PATH_QUIET_HOURS", "these are quiet hours", "es ist Ruhezeit");
}
