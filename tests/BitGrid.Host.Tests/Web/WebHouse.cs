using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.HomeAssistant;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Faults;
using BitGrid.Host.Tests.Mqtt;
using BitGrid.Host.Tests.Recordings;
using BitGrid.Host.Web;
using BitGrid.Host.Web.Security.Accounts;
using BitGrid.Host.Web.View;
using BitGrid.TestKit;
using Serilog;
using Serilog.Core;

namespace BitGrid.Host.Tests.Web;

/// <summary>The shipped house, really running: simulated devices at their own broker, decisions on disk, the web front on a real socket.</summary>
sealed class WebHouse : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    readonly TemporaryFolder _folder = new();
    readonly Logger _log = new LoggerConfiguration().CreateLogger();
    HomeAssistantLink? _homeAssistant;

    WebHouse(string web, double? blocksPerSecond, string mqtt)
    {
        Directory.CreateDirectory(Config);
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.PathTo("config"), "*.yaml"))
            File.Copy(file, Path.Combine(Config, Path.GetFileName(file)));
        string main = Path.Combine(Config, "config.yaml");
        File.WriteAllText(main, File.ReadAllText(main).Replace(
            "mqtt:\n  embedded: true", $"web: {{ port: 0, https_port: 0{web} }}\nmqtt:\n  port: {BrokerPort.ToString(CultureInfo.InvariantCulture)}\n  embedded: true{mqtt}", StringComparison.Ordinal));
        Request = new(Config, RepositoryRoot.PathTo("artifacts/plugins"), Data, blocksPerSecond, new DateTimeOffset(2025, 6, 8, 9, 0, 0, TimeSpan.Zero));
    }

    public string Config => _folder["config"];

    public string Data => _folder["data"];

    public int BrokerPort { get; } = FreePort.Take();

    public RunRequest Request { get; }

    public AccountFile Accounts => field ??= new(Data);

    public RunningHouse House { get; private set; } = null!;

    public HouseView View { get; private set; } = null!;

    public WebFront Front { get; private set; } = null!;

    /// <summary>A program on this machine, without cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Runs a house until a few decisions are on the disk.</summary>
    /// <param name="web">Further settings of section <c>web</c>, each after a comma.</param>
    /// <param name="password">True when the owner has set a password.</param>
    /// <param name="blocksPerSecond">How fast it lives; <see langword="null"/>: in real time, where one decision has to do.</param>
    /// <param name="mqtt">Further lines of section <c>mqtt</c>, each after a line feed.</param>
    /// <param name="prepare">Called with the folder of the configuration before the start.</param>
    public static async Task<WebHouse> StartAsync(string web = "", bool password = false, double? blocksPerSecond = 20, string mqtt = "", Action<WebHouse>? prepare = null)
    {
        WebHouse house = new(web, blocksPerSecond, mqtt);
        if (password)
            house.Accounts.SetPassword(Password);
        prepare?.Invoke(house);
        using StringWriter error = new();
        HouseSetup setup = HouseOpening.Open(house.Request, new Terminal(TextWriter.Null, error, interactive: false)) ?? throw new InvalidOperationException(error.ToString());
        house.House = new(setup);
        await house.House.StartAsync();
        house.View = new(house.House);
        house._homeAssistant = HomeAssistantLink.Start(house.House, house.View);
        house.Front = WebFront.Start(house.House, house.View, setup.Configuration.Host.Web, house._log);
        house.Client = house.NewClient();
        int enough = blocksPerSecond is null ? 1 : 3;
        await UntilAsync(() => new Timeline(BitGrid.Host.Recordings.DataFolder.DatabaseIn(house.Data)).LatestDecisions(enough).Count == enough, "the first decisions");
        return house;
    }

    /// <summary>Another caller.</summary>
    public HttpClient NewClient(bool cookies = false)
    {
        SocketsHttpHandler handler = new() { UseCookies = cookies, AllowAutoRedirect = false };
        return new(handler) { BaseAddress = new UriBuilder(Front.Addresses[0]) { Host = "127.0.0.1" }.Uri, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Waits for so many decisions since the start.</summary>
    public async Task DecisionsAsync(int count)
    {
        int seen = 0;
        TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Count(TakenDecision decision)
        {
            if (Interlocked.Increment(ref seen) >= count)
                enough.TrySetResult();
        }

        House.Recorded += Count;
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        House.Recorded -= Count;
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(new Uri("api/v1/" + path, UriKind.Relative));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, new Uri(path.StartsWith('/') ? path : "api/v1/" + path, UriKind.Relative));
        if (body is string raw)
            request.Content = new StringContent(raw, System.Text.Encoding.UTF8, "application/json");
        else if (body is not null)
            request.Content = JsonContent.Create(body);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(Func<bool> isSo, string what) => Wait.UntilAsync(isSo, what);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await Front.DisposeAsync();
        if (_homeAssistant is { } link)
            await link.DisposeAsync();
        View.Dispose();
        await House.DisposeAsync();
        await _log.DisposeAsync();
        _folder.Dispose();
    }
}
