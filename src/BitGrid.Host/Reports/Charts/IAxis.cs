namespace BitGrid.Host.Reports.Charts;

/// <summary>An axis: the places of its marks, and what it measures.</summary>
internal interface IAxis
{
    /// <summary>What it measures, with the unit.</summary>
    string Title { get; }

    /// <summary>Its marks, in order.</summary>
    IEnumerable<Tick> Ticks { get; }
}
