using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BitGrid.Host.Web.View;

/// <summary>
/// Passes news on to whoever listens: pages, event streams. Who tells never waits; a listener that does not keep up loses the
/// oldest news.
/// </summary>
internal sealed class HouseFeed
{
    const int MostWaiting = 100;

    ImmutableList<Channel<HouseNews>> _listeners = [];

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Passes news on; returns at once.</summary>
    public void Tell(HouseNews news)
    {
        foreach (Channel<HouseNews> listener in _listeners)
            listener.Writer.TryWrite(news);
    }

    /// <summary>Listens from now on.</summary>
    /// <param name="cancellation">Ends the listening, without an exception.</param>
    public async IAsyncEnumerable<HouseNews> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Channel<HouseNews> mine = Channel.CreateBounded<HouseNews>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        await using CancellationTokenRegistration end = cancellation.Register(() => mine.Writer.TryComplete());
        ImmutableInterlocked.Update(ref _listeners, listeners => listeners.Add(mine));
        try
        {
            await foreach (HouseNews news in mine.Reader.ReadAllAsync(CancellationToken.None))
                yield return news;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _listeners, listeners => listeners.Remove(mine));
        }
    }
}
