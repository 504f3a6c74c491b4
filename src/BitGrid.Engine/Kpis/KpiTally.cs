using System.Runtime.InteropServices;

namespace BitGrid.Engine.Kpis;

/// <summary>Running sums of one day or more, from which figures are made. Sums of a period are sums of its days, so figures do not depend on how days were cut into parts.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct KpiTally
{
    public long Day; // since 1970-01-01, UTC; means nothing in a sum of days
    public int Days;
    public long Decisions;
    public long Starts;
    public long Stops;
    public long SafetyStops;
    public long ThermalIncidents;
    public long Explained;
    public long Traced;
    public long UnknownBlocks;
    public double LoadWh;
    public double ImportWh;
    public double ImportOffWh;
    public double ImportNaiveWh;
    public double PvWh;
    public double ExportWh;
    public double ConsumptionWh;
    public double Sats;
    public double SatsWh;

    public static KpiTally operator +(in KpiTally a, in KpiTally b) => new()
    {
        Decisions = a.Decisions + b.Decisions,
        Days = a.Days + b.Days,
        Starts = a.Starts + b.Starts,
        Stops = a.Stops + b.Stops,
        SafetyStops = a.SafetyStops + b.SafetyStops,
        ThermalIncidents = a.ThermalIncidents + b.ThermalIncidents,
        Explained = a.Explained + b.Explained,
        Traced = a.Traced + b.Traced,
        UnknownBlocks = a.UnknownBlocks + b.UnknownBlocks,
        LoadWh = a.LoadWh + b.LoadWh,
        ImportWh = a.ImportWh + b.ImportWh,
        ImportOffWh = a.ImportOffWh + b.ImportOffWh,
        ImportNaiveWh = a.ImportNaiveWh + b.ImportNaiveWh,
        PvWh = a.PvWh + b.PvWh,
        ExportWh = a.ExportWh + b.ExportWh,
        ConsumptionWh = a.ConsumptionWh + b.ConsumptionWh,
        Sats = a.Sats + b.Sats,
        SatsWh = a.SatsWh + b.SatsWh,
    };

    public readonly KpiFigures Figures() => new()
    {
        Decisions = Decisions,
        Days = Days,
        Starts = Starts,
        Stops = Stops,
        SwitchesPerDay = Round(Days == 0 ? 0 : (double)(Starts + Stops) / Days),
        SafetyStops = SafetyStops,
        ThermalIncidents = ThermalIncidents,
        ExplanationCoveragePct = Round(Percent(Explained, Decisions) ?? 100),
        PathTraceabilityPct = Round(Percent(Traced, Decisions) ?? 100),
        UnknownBlocks = UnknownBlocks,
        LoadKwh = Round(LoadWh / 1000),
        GridImportKwh = Round(ImportWh / 1000),
        GridImportOffKwh = Round(ImportOffWh / 1000),
        GridImportNaiveKwh = Round(ImportNaiveWh / 1000),
        GridImportVsNaivePct = Round(Percent(ImportWh - ImportNaiveWh, ImportNaiveWh)),
        SelfConsumptionPct = Round(Percent(PvWh - ExportWh, PvWh)),
        SelfSufficiencyPct = Round(Percent(ConsumptionWh - ImportWh, ConsumptionWh)),
        Sats = Round(Sats),
        SatsPerKwh = SatsWh > 0 ? Round(Sats / SatsWh * 1000) : null,
    };

    static double? Percent(double part, double whole) => whole > 0 ? part / whole * 100 : null;

    // Three decimals say all a person can use, and hide nothing a comparison needs: sums are compared before rounding.
    static double Round(double value) => Math.Round(value, 3);

    static double? Round(double? value) => value is { } number ? Round(number) : null;
}
