using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Api.Documents;

namespace BitGrid.Host.Web.Monitoring;

/// <summary>How the house is, as JSON: for monitoring, and for whoever asks why nothing happens.</summary>
internal sealed class HealthReport
{
    // The controller's clock beats every second.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    const long BytesPerMb = 1_000_000;

    readonly RunningHouse _house;
    long _beatenAt = TimeProvider.System.GetTimestamp();
    volatile TakenDecision? _last;

    public HealthReport(RunningHouse house)
    {
        _house = house;
        house.Controller.Beaten += () => Volatile.Write(ref _beatenAt, TimeProvider.System.GetTimestamp());
        house.Recorded += decision => _last = decision;
    }

    /// <summary>The report.</summary>
    /// <param name="isAlive">False when the controller has stopped beating.</param>
    public JsonObject Health(out bool isAlive)
    {
        isAlive = IsAlive;
        IReadOnlyList<HealthEvent> problems = _house.Health.Problems;
        BusStatus? mqtt = _house.Bus?.Status;
        return new()
        {
            ["status"] = Status(isAlive, problems),
            ["version"] = ProductVersion.Text,
            ["config_hash"] = _house.ConfigHash,
            ["time"] = Text(_house.Clock.Time.GetUtcNow()),
            ["ready"] = _house.Controller.IsStarted,
            ["mqtt_connected"] = mqtt?.IsConnected ?? false,
            ["last_decision"] = _last is { } last ? JsonNode.Parse(last.Line.Span) : null,
            ["problems"] = new JsonArray([.. problems.Select(Problem)]),
        };
    }

    /// <summary>The same for the API.</summary>
    public HealthDocument Document()
    {
        IReadOnlyList<HealthEvent> problems = _house.Health.Problems;
        return new(
            Status(IsAlive, problems),
            _house.Controller.IsStarted,
            _house.Latency.TotalSeconds,
            _house.Bus is { } bus ? MqttDocument.Of(bus.Status) : null,
            DiskFreeMb(_house.Request.Data),
            [.. problems.Select(EventDocument.Of)]);
    }

    bool IsAlive => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _beatenAt)) < LongestSilence;

    static long? DiskFreeMb(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / BytesPerMb;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    static string Status(bool isAlive, IReadOnlyList<HealthEvent> problems)
    {
        if (!isAlive)
            return "dead";
        return problems switch
        {
            [] => "ok",
            [{ Level: HealthLevel.Critical }, ..] => "critical",
            _ => "warning",
        };
    }

    static JsonObject Problem(HealthEvent problem) => new()
    {
        ["since"] = Text(problem.Time),
        ["level"] = problem.Level == HealthLevel.Critical ? "critical" : "warning",
        ["code"] = problem.Code,
        ["subject"] = problem.Subject,
        ["message"] = problem.Message,
    };

    static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
