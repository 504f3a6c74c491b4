using System.Globalization;
using System.Text;
using BitGrid.Host.Tests.Faults;
using MQTTnet;

namespace BitGrid.Page.Tests;

/// <summary>A simulated house with its page: the program itself, from a summer morning on.</summary>
sealed class House : IDisposable
{
    readonly HouseProcess _process = new();

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_process.WebPort}/"));

    public HouseProcess Process => _process;

    /// <summary>Starts it.</summary>
    /// <param name="speed">Blocks per second.</param>
    public static async Task<House> StartAsync(string speed)
    {
        House house = new();
        await house.StartAgainAsync(speed);
        return house;
    }

    /// <summary>Starts it, for the first time or again, and waits for its first decision.</summary>
    /// <param name="speed">Blocks per second; <see langword="null"/>: in real time.</param>
    public async Task StartAgainAsync(string? speed)
    {
        _process.Start(speed);
        await _process.LineAsync("Page, API");
        await _process.DecisionsAsync(1);
    }

    /// <summary>Says something on its broker.</summary>
    public async Task SayAsync(string topic, string payload)
    {
        MqttClientFactory factory = new();
        using IMqttClient client = factory.CreateMqttClient();
        await client.ConnectAsync(factory.CreateClientOptionsBuilder().WithTcpServer("127.0.0.1", _process.MqttPort).Build());
        await client.PublishAsync(factory.CreateApplicationMessageBuilder().WithTopic(topic).WithPayload(Encoding.UTF8.GetBytes(payload)).Build());
        await client.DisconnectAsync(factory.CreateClientDisconnectOptionsBuilder().Build());
    }

    public void Dispose() => _process.Dispose();
}
