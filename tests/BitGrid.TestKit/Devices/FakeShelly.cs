using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace BitGrid.TestKit.Devices;

/// <summary>
/// A Shelly relay on a real socket, as its maker's description has it: <c>/shelly</c>, HTTP RPC with <c>Switch.Set</c> and
/// <c>Switch.GetStatus</c>, RFC 7616 digest with SHA-256, and <c>toggle_after</c>, which runs on the clock handed in.
/// </summary>
public sealed class FakeShelly : IDisposable
{
    readonly Lock _gate = new();
    readonly TimeProvider _time;
    readonly FakeHttpServer _server;
    ITimer? _toggle;
    DateTimeOffset? _toggleStarted;
    double _toggleAfterS;
    ImmutableList<string> _requests = [];

    public FakeShelly(TimeProvider time)
    {
        _time = time;
        _server = new(Answer);
    }

    /// <summary>Address and port, as for the option <c>host</c>.</summary>
    public string Host => _server.Host;

    public ShellyMood Mood
    {
        get => _server.Mood;
        set => _server.Mood = value;
    }

    /// <summary>2 or later; 1 for the first generation, which describes itself differently.</summary>
    public int Generation { get; init; } = 2;

    /// <summary>Password of the user admin; null when it asks for none.</summary>
    public string? Password { get; set; }

    /// <summary>Power of the load while the relay is closed, W; null when it does not measure.</summary>
    public double? LoadPowerW { get; set; } = 1500;

    /// <summary>What it protects itself from.</summary>
    public ImmutableArray<string> Errors { get; set; } = [];

    /// <summary>True when the relay is closed.</summary>
    public bool Output { get; private set; }

    /// <summary>True while it is going to open by itself.</summary>
    public bool HasTimer => _toggle is not null;

    /// <summary>Method and body of every call that was let in, in order.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Largest number of requests it had to work on at once.</summary>
    public int MostAtOnce => _server.MostAtOnce;

    /// <summary>Somebody presses the button on it: the other way round, without a timer.</summary>
    public void PressButton()
    {
        lock (_gate)
            Set(!Output, toggleAfterS: null);
    }

    public void Dispose()
    {
        _server.Dispose();
        _toggle?.Dispose();
    }

    FakeHttpReply Answer(FakeHttpRequest request)
    {
        lock (_gate)
        {
            if (request.Path == "/shelly")
                return FakeHttpReply.Ok(Description());
            if (Password is { } password && !FakeDigest.Admits(request, password))
                return FakeDigest.Challenge();
            _requests = _requests.Add($"{request.Path[1..]} {request.Body}");
            return request.Path switch
            {
                "/rpc/Switch.Set" => FakeHttpReply.Ok(SwitchSet(JsonDocument.Parse(request.Body).RootElement)),
                "/rpc/Switch.GetStatus" => FakeHttpReply.Ok(SwitchStatus()),
                _ => new(404, """{"code":404,"message":"No handler for it"}"""),
            };
        }
    }

    string Description() => Generation == 1
        ? """{"type":"SHPLG-S","mac":"A8032ABE54DC","auth":false,"fw":"20230913-113421","num_outputs":1}"""
        : $$"""{"name":null,"id":"shellyplusplugs-a8032abe54dc","mac":"A8032ABE54DC","model":"SNPL-00112EU","gen":{{Generation}},"fw_id":"20240223-141928","ver":"1.2.2","app":"PlusPlugS","auth_en":{{(Password is null ? "false" : "true")}}}""";

    string SwitchSet(JsonElement parameters)
    {
        bool was = Output;
        Set(parameters.GetProperty("on").GetBoolean(), parameters.TryGetProperty("toggle_after", out JsonElement after) ? after.GetDouble() : null);
        return $$"""{"was_on":{{(was ? "true" : "false")}}}""";
    }

    // As the device does it: every Set ends the timer that ran, and begins its own if it names one.
    void Set(bool on, double? toggleAfterS)
    {
        Output = on;
        _toggle?.Dispose();
        _toggle = null;
        _toggleStarted = null;
        if (toggleAfterS is not { } seconds)
            return;
        (_toggleStarted, _toggleAfterS) = (_time.GetUtcNow(), seconds);
        _toggle = _time.CreateTimer(_ => PressButton(), state: null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    string SwitchStatus()
    {
        List<string> members = [@"""id"":0", @"""source"":""HTTP_in""", $@"""output"":{(Output ? "true" : "false")}"];
        if (LoadPowerW is { } powerW)
            members.Add(string.Create(CultureInfo.InvariantCulture, $@"""apower"":{(Output ? powerW : 0):0.0}"));
        members.Add(@"""voltage"":231.4,""aenergy"":{""total"":11.679,""by_minute"":[0.0,0.0,0.0],""minute_ts"":1654511972},""temperature"":{""tC"":53.3,""tF"":127.9}");
        if (_toggleStarted is { } started)
            members.Add(string.Create(CultureInfo.InvariantCulture, $@"""timer_started_at"":{started.ToUnixTimeMilliseconds() / 1000.0:0.00},""timer_duration"":{_toggleAfterS:0.00}"));
        if (!Errors.IsEmpty)
            members.Add($@"""errors"":{JsonSerializer.Serialize(Errors)}");
        return $"{{{string.Join(',', members)}}}";
    }
}
