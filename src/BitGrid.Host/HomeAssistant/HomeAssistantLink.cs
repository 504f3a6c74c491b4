using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.History;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Recordings;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.HomeAssistant;

/// <summary>
/// Shows BitGrid to Home Assistant: announces it as a device, says it again when Home Assistant has started anew, keeps preview and key
/// figures up to date, and takes wishes. All of it beside the decisions: nothing here can delay one.
/// </summary>
internal sealed class HomeAssistantLink : IAsyncDisposable
{
    const string Source = "home_assistant";
    const int MostPayloadBytes = 100;

    // The preview follows the readings, not only the decisions.
    static readonly TimeSpan BetweenPreviews = TimeSpan.FromMinutes(1);

    // A fast house decides more often than anybody looks at the figures of its day.
    static readonly TimeSpan BetweenFigures = TimeSpan.FromSeconds(2);

    // What the broker has kept of an earlier start has to be heard before the new announcement takes its place.
    static readonly TimeSpan BeforeAnnouncing = TimeSpan.FromSeconds(2);

    readonly RunningHouse _house;
    readonly HouseView _view;
    readonly MqttSettings _mqtt;
    readonly PastKpis _kpis;
    readonly HomeDevice _device;
    readonly ConcurrentDictionary<string, string> _gone = new();
    readonly ConcurrentDictionary<string, int> _blocks = new();
    readonly List<IDisposable> _subscriptions = [];
    readonly CancellationTokenSource _stop = new();
    Task _running = Task.CompletedTask;
    long _figuresAt;

    HomeAssistantLink(RunningHouse house, HouseView view)
    {
        (_house, _view, _mqtt) = (house, view, house.Configuration.Host.Mqtt);
        _device = new(house.Configuration);
        _kpis = new(view.History, view.Records);
    }

    /// <summary>Begins, if the house wants it; else takes back what an earlier start may have announced.</summary>
    public static HomeAssistantLink Start(RunningHouse house, HouseView view)
    {
        HomeAssistantLink link = new(house, view);
        if (link._mqtt.HomeAssistant.Enabled)
            link.Begin();
        else if (!link._mqtt.Embedded)
            house.Publisher?.Keep(HomeTopics.Config(link._mqtt), []);
        return link;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IDisposable subscription in _subscriptions)
            subscription.Dispose();
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    void Begin()
    {
        _subscriptions.Add(_house.Bus!.Subscribe(HomeTopics.Config(_mqtt), Compare));
        _subscriptions.Add(_house.Bus!.Subscribe(HomeTopics.Status(_mqtt.HomeAssistant), message =>
        {
            if (Text(message) == "online" && !message.Retained)
                Announce();
        }));
        foreach (LoadProfile load in _house.Configuration.Site.Loads.Where(_ => _mqtt.Overrides))
        {
            _subscriptions.Add(_house.Bus!.Subscribe(HomeTopics.SwitchSet(_mqtt.BaseTopic, load.Id), message => Switch(load.Id, message)));
            _subscriptions.Add(_house.Bus!.Subscribe(HomeTopics.BlocksSet(_mqtt.BaseTopic, load.Id), message => SetBlocks(load.Id, message)));
            TellBlocks(load.Id);
        }

        _running = Task.WhenAll(Task.Run(FollowAsync), AnnounceFirstAsync());
    }

    async Task AnnounceFirstAsync()
    {
        await Task.Delay(BeforeAnnouncing, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Announce();
    }

    void Announce() => _house.Publisher?.Keep(HomeTopics.Config(_mqtt), _device.Describe(_gone));

    // The broker has kept what was announced before: an entity that is no more has to be taken back by name.
    void Compare(BusMessage announced)
    {
        try
        {
            using JsonDocument ours = JsonDocument.Parse(_device.Describe(_gone));
            using JsonDocument kept = JsonDocument.Parse(announced.Payload);
            JsonElement entities = ours.RootElement.GetProperty("cmps");
            JsonProperty[] strangers = [.. kept.RootElement.GetProperty("cmps").EnumerateObject().Where(entity => !entities.TryGetProperty(entity.Name, out _))];
            foreach (JsonProperty stranger in strangers)
                _gone[stranger.Name] = stranger.Value.GetProperty("p").GetString() ?? "sensor";
            if (strangers.Length > 0)
                Announce();
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not an announcement of ours, or an empty one: there is nothing to take back.
        }
    }

    void Switch(string loadId, BusMessage message)
    {
        // A wish of yesterday that the broker kept would be granted again at every start.
        if (message.Retained)
            return;
        OverrideRequest? request = Text(message) switch
        {
            "ON" => _house.Controller.Ask(Source, loadId, run: true, level: 0, BlocksOf(loadId)),
            "OFF" => _house.Controller.Ask(Source, loadId, run: false, level: 0, BlocksOf(loadId)),
            "AUTO" => _house.Controller.TakeBack(Source, loadId),
            _ => null,
        };
        _house.Publisher?.Answer(loadId, request is null
            ? OverrideAnswer.Refused($"{PayloadText.Show(message.Payload.Span)} is no wish; expected: ON, OFF or AUTO")
            : OverrideAnswer.To(request, _house.Configuration.Site.TimeZone));
    }

    void SetBlocks(string loadId, BusMessage message)
    {
        if (!message.Retained && double.TryParse(Text(message), NumberStyles.Float, CultureInfo.InvariantCulture, out double blocks)
            && blocks >= 1 && blocks <= _house.Configuration.MaxOverrideBlocks)
            _blocks[loadId] = (int)blocks;
        TellBlocks(loadId);
    }

    void TellBlocks(string loadId) =>
        _house.Publisher?.Keep(HomeTopics.Blocks(_mqtt.BaseTopic, loadId), Encoding.UTF8.GetBytes(BlocksOf(loadId).ToString(CultureInfo.InvariantCulture)));

    int BlocksOf(string loadId) => Math.Min(_blocks.GetValueOrDefault(loadId, int.MaxValue), _house.Configuration.MaxOverrideBlocks);

    async Task FollowAsync()
    {
        await using IAsyncEnumerator<HouseNews> news = _view.Feed.ListenAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        Task<bool> next = news.MoveNextAsync().AsTask();
        while (true)
        {
            Tell();
            if (await Task.WhenAny(next, Task.Delay(BetweenPreviews, CancellationToken.None)) != next)
                continue;
            if (!await next)
                return;
            next = news.MoveNextAsync().AsTask();
        }
    }

    void Tell()
    {
        try
        {
            foreach (LoadNow load in _view.Now().Loads)
                _house.Publisher?.Keep(HomeTopics.Preview(_mqtt.BaseTopic, load.Profile.Id), HomeDocuments.Of(_view.Ahead(load), _view.Speaker));
            if (_figuresAt == 0 || TimeProvider.System.GetElapsedTime(_figuresAt) > BetweenFigures)
                TellFigures();
        }
        catch (Exception unreadable) when (unreadable is StoreException or JsonException)
        {
            // The journal tells of a database that cannot be read; the figures come with a later decision.
        }
    }

    void TellFigures()
    {
        _figuresAt = TimeProvider.System.GetTimestamp();
        Block now = Block.At(_view.Time.GetUtcNow());
        Period today = new(new Block(now.Day * Block.PerDay), now.Plus(1));
        _house.Publisher?.Keep(HomeTopics.Summary(_mqtt.BaseTopic), HomeDocuments.Of(_kpis.Of(today, _view.Configuration).All.Period, _view.Problems.Count));
    }

    static string Text(BusMessage message) => message.Payload.Length > MostPayloadBytes ? "" : Encoding.UTF8.GetString(message.Payload.Span).Trim();
}
