using System.Collections.Immutable;
using System.Threading.Channels;
using MQTTnet;

namespace BitGrid.Host.Mqtt;

/// <summary>Who wants which messages, whether there is a connection or not.</summary>
internal sealed class Subscriptions
{
    // Holds at most one token: several changes at once are one.
    readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    ImmutableArray<Subscription> _all = [];

    public ImmutableArray<Subscription> All => ImmutableInterlocked.InterlockedCompareExchange(ref _all, default, default);

    /// <exception cref="ArgumentException">The filter is none.</exception>
    public Subscription Add(string filter, Action<BusMessage> receive)
    {
        if (!IsFilter(filter))
            throw new ArgumentException($"'{filter}' is no filter of topics: '+' stands for a whole level, '#' only at the end.", nameof(filter));
        Subscription added = new(filter, receive, Remove);
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), added);
        _changed.Writer.TryWrite(true);
        return added;
    }

    /// <summary>Completes when something has changed since the last call that completed.</summary>
    public async Task ChangedAsync(CancellationToken cancellation) => await _changed.Reader.ReadAsync(cancellation);

    public IEnumerable<Subscription> For(string topic) =>
        All.Where(subscription => MqttTopicFilterComparer.Compare(topic, subscription.Filter) == MqttTopicFilterCompareResult.IsMatch);

    static bool IsFilter(string filter)
    {
        string[] levels = filter.Split('/');
        return filter.Length > 0 && levels.Index().All(level => level.Item == "+"
            || (level.Item == "#" && level.Index == levels.Length - 1)
            || !level.Item.AsSpan().ContainsAny('+', '#', '\0'));
    }

    void Remove(Subscription removed)
    {
        if (ImmutableInterlocked.Update(ref _all, static (all, one) => all.Remove(one), removed))
            _changed.Writer.TryWrite(true);
    }
}
