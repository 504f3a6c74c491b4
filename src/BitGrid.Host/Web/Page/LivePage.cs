using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Page;

/// <summary>
/// A page that follows the house: it is shown again with every decision and event, and at its own pace in between. It begins to
/// follow once it has a connection; before that it is a plain document.
/// </summary>
public abstract class LivePage : PagePart, IDisposable
{
    // However much happens, a page is drawn four times a second at the most: people see no more, and other pages are open too.
    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    readonly CancellationTokenSource _leaving = new();

    /// <summary>How often it is shown again when nothing happens; <see langword="null"/>: not at all.</summary>
    private protected virtual TimeSpan? Pace => null;

    /// <summary>Reads what it shows.</summary>
    private protected abstract void Read();

    /// <summary>True for news that this page shows something of.</summary>
    private protected virtual bool Concerns(HouseNews news) => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Read();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _ = FollowAsync(_leaving.Token);
        if (Pace is { } pace)
            _ = BeatAsync(pace, _leaving.Token);
    }

    async Task FollowAsync(CancellationToken leaving)
    {
        try
        {
            await foreach (HouseNews news in View.Feed.ListenAsync(leaving))
            {
                if (!Concerns(news))
                    continue;
                await ShowAsync();
                await Task.Delay(ShortestPause, leaving);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    async Task BeatAsync(TimeSpan pace, CancellationToken leaving)
    {
        try
        {
            using PeriodicTimer timer = new(pace);
            while (await timer.WaitForNextTickAsync(leaving))
                await ShowAsync();
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    Task ShowAsync() => InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });
}
