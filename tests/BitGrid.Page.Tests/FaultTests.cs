using System.Globalization;
using BitGrid.Host.Tests.Mqtt;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>What the page says when something is missing.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class FaultTests(QuietHouse quiet)
{
    [BrowserAndBrokerFact]
    public async Task A_broker_that_is_lost_is_told_at_once_and_forgotten_when_it_is_back()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        using House house = new();
        house.Process.Edit("config.yaml", "embedded: true", "embedded: false");
        house.Process.Edit("config.yaml", $"port: {house.Process.MqttPort.ToString(CultureInfo.InvariantCulture)}", $"port: {broker.Port.ToString(CultureInfo.InvariantCulture)}");
        await house.StartAgainAsync(speed: null);
        await using Reader reader = await quiet.Browser.OpenAsync(house, "", Screen.Phone);
        ILocator problem = reader.Page.Locator(".problem", new() { HasText = "Keine Verbindung zum MQTT-Broker" });

        broker.Kill();
        await problem.First.WaitForAsync();
        await reader.GoAsync("devices");
        await reader.SeesAsync("getrennt");
        await Assertions.Expect(reader.Page.Locator(".card .problem").First).ToContainTextAsync("BitGrid versucht es immer wieder.");

        await broker.StartAgainAsync();
        await reader.SeesAsync("verbunden");
        await Assertions.Expect(problem).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_sensor_that_falls_silent_is_named()
    {
        using House house = await House.StartAsync("0.5");
        await using Reader reader = await quiet.Browser.OpenAsync(house, "devices");
        await house.SayAsync("house/sim/fault", """{"sensor": "battery/soc_pct", "mode": "silent"}""");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Row, new() { Name = "Batterie-Ladestand" })).ToContainTextAsync("zu alt");

        await reader.GoAsync("");
        await reader.SeesAsync("Es fehlt: Batterie-Ladestand");
    }

    [BrowserFact]
    public async Task A_page_that_lost_its_connection_says_so_and_comes_back_by_itself()
    {
        using House house = await House.StartAsync("0.1");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        await house.Process.KillAsync();
        await reader.SeesAsync("Verbindung zu BitGrid verloren");

        await house.StartAgainAsync("0.1");
        await Assertions.Expect(reader.Page.GetByText("Verbindung zu BitGrid verloren")).ToBeHiddenAsync();
        await reader.AliveAsync();
        reader.Complaints.Clear(); // the browser complains of what was lost, as it should
    }

    [BrowserFact]
    public async Task What_devices_and_files_say_is_shown_as_text_and_never_run()
    {
        const string Attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        using House house = new();
        house.Process.Edit("config.yaml", "name: Sample house", $"name: \"{Attack}\"");
        await house.StartAgainAsync("0.1");
        await house.SayAsync("house/pv/power_w", Attack);
        await using Reader reader = await quiet.Browser.OpenAsync(house, "devices");
        await Assertions.Expect(reader.Page.Locator(".brand")).ToContainTextAsync(Attack);
        await reader.SeesAsync("topic_unreadable");
        foreach (string path in (string[])["", "settings", "timeline", "timeline?rule=<script>alert(3)</script>&day='><img src=x onerror=alert(4)>", "login?then=javascript:alert(5)"])
            await reader.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

        await Assertions.Expect(reader.Page.Locator("img")).ToHaveCountAsync(0);
        Assert.Equal("/", await reader.Page.Locator("#sign-in").GetAttributeAsync("data-then"));
    }
}
