namespace BitGrid.Policies;

/// <summary>What stands for and against each path in one block, before any policy ranks them.</summary>
internal readonly ref struct PathBook
{
    readonly PolicyContext _context;
    readonly PolicyOptions _options;
    readonly int _levelLimit;
    readonly Reason? _againstExport;
    readonly Reason? _againstHeat;
    readonly Reason? _againstHodl;

    public PathBook(in PolicyContext context, PolicyOptions options)
    {
        _context = context;
        _options = options;
        PathValues spot = context.Values;
        Values = spot with { HodlCtKwh = (spot.HodlCtKwh * options.HodlPreference) + (options.HeatRecovery * (spot.HeatCtKwh ?? 0)) };

        _levelLimit = LevelLimit(context, options);
        Reason? quiet = _levelLimit == 0 ? PathReasons.Quiet : null;
        _againstExport = spot.ExportCtKwh < 0 ? PathReasons.ExportCosts : null;
        _againstHeat = (context.Load.Kind == LoadKind.Heater ? quiet : null) ?? (!Serves(LoadKind.Heater) ? PathReasons.NotThere : context.HeatIsFull ? PathReasons.HeatFull : null);
        _againstHodl = (context.Load.Kind == LoadKind.Miner ? quiet : null) ?? (Serves(LoadKind.Miner) ? null : PathReasons.NotThere);
    }

    public PathValues Values { get; }

    /// <summary>Why a path cannot be taken at all, or <see langword="null"/>.</summary>
    public Reason? Obstacle(EnergyPath path) => path switch
    {
        EnergyPath.Export => _againstExport,
        EnergyPath.Heat => _againstHeat,
        _ => _againstHodl,
    };

    /// <summary>Level of the load when its path is the one preferred.</summary>
    public int TargetLevel(EnergyPath preferred)
    {
        if (preferred != _context.Load.Path)
            return 0;
        bool cheapGrid = _context.State.PriceCtKwh <= _options.CheapGridCtKwh;
        return Math.Min(cheapGrid ? _context.Load.TopLevel : _context.CarriedLevel, _levelLimit);
    }

    bool Serves(LoadKind kind)
    {
        foreach (LoadProfile load in _context.Site.Loads)
        {
            if (load.Kind == kind)
                return true;
        }

        return false;
    }

    static int LevelLimit(in PolicyContext context, PolicyOptions options)
    {
        int limit = context.Load.TopLevel;
        foreach (QuietHours quiet in options.QuietHours)
        {
            if (quiet.Covers(context.LocalTime))
                limit = Math.Min(limit, quiet.MaxLevel);
        }

        return limit;
    }
}
