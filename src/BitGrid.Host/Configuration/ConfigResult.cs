using System.Collections.Immutable;

namespace BitGrid.Host.Configuration;

/// <summary>What came of reading a configuration folder.</summary>
/// <param name="Configuration">The configuration; <see langword="null"/> when there is any error.</param>
/// <param name="Faults">All errors and warnings of all files, by file and position.</param>
internal sealed record ConfigResult(SiteConfiguration? Configuration, ImmutableArray<ConfigFault> Faults)
{
    public IEnumerable<ConfigFault> Warnings => Faults.Where(fault => fault.Severity is FaultSeverity.Warning);

    /// <summary>The whole report, a line per fault, with LF line ends.</summary>
    public string Report() => string.Concat(Faults.Select(fault => fault + "\n"));
}
