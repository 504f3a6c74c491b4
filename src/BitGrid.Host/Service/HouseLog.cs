using BitGrid.Engine.Explanation;
using BitGrid.Host.Live;
using Serilog;
using Serilog.Events;

namespace BitGrid.Host.Service;

/// <summary>Writes what happens in a house to the log, in words.</summary>
internal sealed class HouseLog : IDisposable
{
    readonly RunningHouse _house;
    readonly ILogger _log;
    readonly Explainer _explainer;

    public HouseLog(RunningHouse house, ILogger log, Language language)
    {
        (_house, _log, _explainer) = (house, log, new(language, house.Configuration.Site.TimeZone));
        _house.Recorded += Write;
        _house.Health.Happened += Write;
        // What came to light before there was a log, a damaged database say.
        foreach (HealthEvent problem in _house.Health.Problems)
            Write(problem);
    }

    public void Dispose()
    {
        _house.Recorded -= Write;
        _house.Health.Happened -= Write;
    }

    void Write(TakenDecision decision) => _log.Information(
        "{LocalTime:yyyy-MM-dd HH:mm:ss} {Load} {Sentence}",
        TimeZoneInfo.ConvertTime(decision.Record.Time, decision.Decision.Situation.Site.TimeZone).DateTime,
        decision.Record.LoadId,
        _explainer.Sentence(decision.Record));

    void Write(HealthEvent happened) => _log.Write(LevelOf(happened.Level), "{Code} {Subject} {Message}", happened.Code, happened.Subject, happened.Message);

    static LogEventLevel LevelOf(HealthLevel level) => level switch
    {
        HealthLevel.Critical => LogEventLevel.Error,
        HealthLevel.Warning => LogEventLevel.Warning,
        _ => LogEventLevel.Information,
    };
}
