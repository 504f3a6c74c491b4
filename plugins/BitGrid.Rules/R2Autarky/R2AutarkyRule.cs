namespace BitGrid.Rules.R2Autarky;

/// <summary>
/// Keeps the battery's reserve and the house off the grid. Below the reserve the load stops and stays off until the battery
/// is well above it; net import above the limit stops it, and while it lasts nothing starts (a start would end in the next block).
/// </summary>
[Rule("R2", RuleTier.Autarky)]
public sealed class R2AutarkyRule(R2Options options) : IRule
{
    const string ReserveLow = "reserve_low";         // 1 from soc_stop_pct until soc_resume_pct
    const string ImportSince = "import_since_block"; // first block of the import that is going on

    static readonly Reason Fine = new("R2_FINE", "battery reserve and grid import are fine", "Batteriereserve und Netzbezug sind in Ordnung");
    static readonly Reason ReadingMissing = new("R2_READING_MISSING",
        "battery or grid is not known – {conditions}", "Batterie oder Netz ist nicht bekannt – {conditions}");
    static readonly Reason SocLow = new("R2_SOC_LOW",
        "the battery is spared until it reaches {battery_soc_pct.limit} (now {battery_soc_pct})",
        "die Batterie wird geschont, bis sie {battery_soc_pct.limit} erreicht (jetzt {battery_soc_pct})");
    static readonly Reason GridImport = new("R2_GRID_IMPORT",
        "the house draws {grid_power_w} from the grid (at most {grid_power_w.limit} allowed)",
        "das Haus bezieht {grid_power_w} aus dem Netz (erlaubt sind {grid_power_w.limit})");

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        bool reserveLow = context.Site.HasBattery && IsReserveLow(context);
        bool importing = context.Above(Metrics.GridPowerW, context.State.GridPowerW, options.MaxGridImportW);
        double? importSince = importing ? context.Memory[ImportSince] ?? context.State.Block.Id : null;
        return Judge(context, reserveLow, importSince).Remembering(Remember(context, reserveLow, importSince));
    }

    Vote Judge(in RuleContext context, bool reserveLow, double? importSince)
    {
        if (reserveLow)
            return Refuse(context, SocLow);
        if (importSince is { } since && context.AtLeast(Metrics.GridImportBlocks, context.State.Block.Id - since + 1, options.GridImportBlocks))
            return Refuse(context, GridImport);
        return !context.Status.Running && IsBlind(context) ? Vote.Hold(ReadingMissing) : Vote.Abstain(Fine);
    }

    static Vote Refuse(in RuleContext context, Reason reason) => context.Status.Running ? Vote.Stop(reason) : Vote.Hold(reason);

    // A running load is not held for want of a reading: that would shield it from a stop by the rules below.
    static bool IsBlind(in RuleContext context) =>
        context.State.GridPowerW is null || (context.Site.HasBattery && context.State.BatterySocPct is null);

    // Without memory the band between stop and resume counts as low; a missing reading changes nothing that is known.
    bool IsReserveLow(in RuleContext context)
    {
        if (context.State.BatterySocPct is not { } socPct)
        {
            context.AtLeast(Metrics.SocPct, null, options.SocResumePct); // so that the sentences can say what is missing
            return context.Memory[ReserveLow] is 1;
        }

        bool isLow = context.AtMost(Metrics.SocPct, socPct, options.SocStopPct);
        bool wasLow = context.Memory[ReserveLow] is not 0;
        return (isLow || wasLow) && !context.AtLeast(Metrics.SocPct, socPct, options.SocResumePct);
    }

    static RuleMemory Remember(in RuleContext context, bool reserveLow, double? importSince)
    {
        RuleMemory memory = context.Memory;
        if (context.State.BatterySocPct is not null)
            memory = memory.With(ReserveLow, reserveLow ? 1 : 0);
        return importSince is { } since ? memory.With(ImportSince, since) : memory.Without(ImportSince);
    }
}
