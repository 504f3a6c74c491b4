using System.Buffers;
using System.Collections.Immutable;
using MQTTnet;
using MQTTnet.Diagnostics.PacketInspection;
using MQTTnet.Exceptions;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace BitGrid.Host.Mqtt;

/// <summary>One connection to the broker, from its making to its end. A new attempt is a new one, so that nothing is left over.</summary>
internal sealed class MqttConnection : IAsyncDisposable
{
    // Messages that may wait for a receiver. With more, nothing is read from the network, and the broker has to wait or drop.
    const int Room = 256;
    const int PublishPacket = 3;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    readonly SemaphoreSlim _room = new(Room);
    readonly CancellationTokenSource _end = new();
    readonly TaskCompletionSource<Exception?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Action<BusMessage> _receive;

    // Only the bus's own loop touches these.
    readonly HashSet<Subscription> _served = [];
    readonly HashSet<string> _filters = [];

    MqttConnection(Action<BusMessage> receive)
    {
        _receive = receive;
        _client.InspectPacketAsync += WaitForRoomAsync;
        _client.ApplicationMessageReceivedAsync += ReceiveAsync;
        _client.DisconnectedAsync += lost =>
        {
            _closed.TrySetResult(lost.Exception);
            return Task.CompletedTask;
        };
    }

    /// <summary>Completes when the connection is lost, with the cause if it is known.</summary>
    public Task<Exception?> Closed => _closed.Task;

    /// <summary>Messages that have come and are not dealt with yet.</summary>
    public int Waiting => Room - _room.CurrentCount;

    /// <exception cref="MqttRefusedException">The broker does not want this client.</exception>
    /// <exception cref="Exception">There is no connection, of any kind: sockets, encryption and protocol have their own.</exception>
    public static async Task<MqttConnection> OpenAsync(MqttClientOptions options, Action<BusMessage> receive, CancellationToken cancellation)
    {
        MqttConnection connection = new(receive);
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            MqttClientConnectResult answer = await connection._client.ConnectAsync(options, limit.Token);
            return answer.ResultCode == MqttClientConnectResultCode.Success ? connection : throw new MqttRefusedException(answer.ResultCode);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="IOException">The connection was lost before the broker acknowledged.</exception>
    /// <exception cref="OperationCanceledException">The waiting was called off.</exception>
    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        MqttApplicationMessage message = new()
        {
            Topic = topic,
            Payload = new ReadOnlySequence<byte>(payload),
            Retain = retain,
            QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
        };
        try
        {
            await _client.PublishAsync(message, limit.Token);
        }
        catch (Exception failure)
        {
            // The client reports a wait that was called off as a timeout, too.
            cancellation.ThrowIfCancellationRequested();
            // Nobody can say what the broker has got; the next connection begins with everything that matters.
            _closed.TrySetResult(failure);
            throw new IOException("The MQTT broker does not acknowledge what it is sent.", failure);
        }
    }

    /// <summary>Asks the broker for what is wanted now and was not before, and no longer for what is not.</summary>
    /// <returns>The filters that the broker refuses.</returns>
    public async Task<IEnumerable<string>> AskForAsync(ImmutableArray<Subscription> wanted, CancellationToken cancellation)
    {
        string[] gone = [.. _filters.Except(wanted.Select(subscription => subscription.Filter))];
        // A filter is asked for again when another receiver wants it, because he needs the retained messages too.
        string[] added = [.. wanted.Where(_served.Add).Select(subscription => subscription.Filter).Distinct()];
        _served.IntersectWith(wanted);
        _filters.ExceptWith(gone);
        _filters.UnionWith(added);

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        if (gone.Length > 0)
            await _client.UnsubscribeAsync(new MqttClientUnsubscribeOptions { TopicFilters = [.. gone] }, limit.Token);
        if (added.Length == 0)
            return [];

        MqttClientSubscribeResult answer = await _client.SubscribeAsync(
            new MqttClientSubscribeOptions { TopicFilters = [.. added.Select(filter => new MqttTopicFilter { Topic = filter, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce })] },
            limit.Token);
        return [.. answer.Items.Where(item => item.ResultCode >= MqttClientSubscribeResultCode.UnspecifiedError).Select(item => item.TopicFilter.Topic)];
    }

    /// <summary>Takes leave of the broker if it still listens, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            using CancellationTokenSource limit = new(Patience);
            if (_client.IsConnected)
                await _client.DisconnectAsync(new MqttClientDisconnectOptions(), limit.Token);
        }
        catch (Exception failure) when (failure is MqttCommunicationException or OperationCanceledException or InvalidOperationException)
        {
            // It was being lost anyway.
        }

        _client.Dispose();
    }

    // The library puts what it receives into a queue without bounds. This is the one place before it that it waits for.
    async Task WaitForRoomAsync(InspectMqttPacketEventArgs packet)
    {
        if (packet.Direction == MqttPacketFlowDirection.Inbound && packet.Buffer[0] >> 4 == PublishPacket)
            await _room.WaitAsync(_end.Token);
    }

    Task ReceiveAsync(MqttApplicationMessageReceivedEventArgs received)
    {
        MqttApplicationMessage message = received.ApplicationMessage;
        ReadOnlyMemory<byte> payload = message.Payload.IsSingleSegment ? message.Payload.First : message.Payload.ToArray();
        try
        {
            _receive(new(message.Topic, payload, message.Retain));
        }
        finally
        {
            _room.Release();
        }

        return Task.CompletedTask;
    }
}
