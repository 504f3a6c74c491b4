using System.Net;
using System.Net.Sockets;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Web;
using BitGrid.Host.Web.Security;

namespace BitGrid.Host.Tests.Web;

/// <summary>The ports are there from the start, and what serves them is built for the first who asks.</summary>
[Trait("Category", "Slow")]
public sealed class DoorbellTests
{
    static readonly Door AnyPort = new(new(IPAddress.Loopback, 0), IsEncrypted: false);

    [Fact]
    public async Task Nothing_is_built_before_somebody_comes_and_all_who_come_first_are_served()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        Assert.NotEmpty(house.Front.Addresses);
        Assert.Empty(house.Front.Routes);

        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using HttpClient caller = house.NewClient();
            using HttpResponseMessage answer = await caller.GetAsync(new Uri("healthz", UriKind.Relative));
            return answer.StatusCode;
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.NotEmpty(house.Front.Routes);
    }

    [Fact]
    public async Task A_house_may_end_while_what_serves_it_is_being_built()
    {
        WebHouse house = await WebHouse.StartAsync();
        using TcpClient caller = new();
        await caller.ConnectAsync(IPAddress.Loopback, house.Client.BaseAddress!.Port);
        Assert.Null(await Record.ExceptionAsync(async () => await house.DisposeAsync()));
    }

    [Fact]
    public async Task What_happened_before_somebody_came_is_counted()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        string metrics = await house.Client.GetStringAsync(new Uri("metrics", UriKind.Relative));
        double decisions = metrics.Split('\n').Where(line => line.StartsWith("bitgrid_decisions_total{", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(decisions >= 3, metrics);
    }

    [Fact]
    public async Task A_port_that_somebody_else_has_is_told_and_the_house_goes_on()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        int port = house.Client.BaseAddress!.Port;
        WebSettings settings = house.House.Configuration.Host.Web with { Port = port };

        await using WebFront second = WebFront.Start(house.House, house.View, settings, Serilog.Core.Logger.None);

        Assert.Empty(second.Addresses);
        HealthEvent problem = Assert.Single(house.House.Health.Problems);
        Assert.Equal("web_failed", problem.Code);
        Assert.Contains($"Port {port} ", problem.Message, StringComparison.Ordinal);
        await house.DecisionsAsync(1);
    }

    [Fact]
    public async Task It_rings_for_a_caller_who_waits_and_not_when_it_ends_before()
    {
        using CancellationTokenSource ending = new();
        using Doorbell bell = new([AnyPort, AnyPort]);
        Task<bool> ringing = bell.RingsAsync(ending.Token);
        await ending.CancelAsync();
        Assert.False(await ringing);

        using TcpClient caller = new();
        await caller.ConnectAsync(bell.Doors.Last().Place);
        Assert.True(await bell.RingsAsync(CancellationToken.None));
    }

    [Fact]
    public void When_one_port_cannot_be_had_none_is_held()
    {
        using Doorbell first = new([AnyPort]);
        using Doorbell probe = new([AnyPort]);
        Door free = probe.Doors.Single();
        probe.Dispose();

        Assert.Throws<SocketException>(() => new Doorbell([free, first.Doors.Single()]));

        using Doorbell again = new([free]);
        Assert.Equal(free, again.Doors.Single());
    }
}
