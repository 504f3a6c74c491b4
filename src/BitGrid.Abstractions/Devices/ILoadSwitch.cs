namespace BitGrid;

/// <summary>A device that switches a flexible load. Several devices may switch the same load (a miner and the relay it hangs on): each gets every command.</summary>
public interface ILoadSwitch : IDevice
{
    /// <summary>The load it switches: an id of <c>loads</c> in <c>config.yaml</c>.</summary>
    string LoadId { get; }

    /// <summary>
    /// Brings the load into a state. Sent at every change, and again at the start of every block even if nothing changed, so
    /// that a device that switches itself off when it hears nothing can be kept on.
    /// </summary>
    /// <remarks>
    /// The same command can come several times; the second must do no harm. Completing means that the device has taken the
    /// command, not that it has obeyed: that is for telemetry to confirm. Let exceptions propagate: the command is sent again.
    /// </remarks>
    /// <param name="command">What to do.</param>
    /// <param name="cancellation">Cancelled when the command is out of date.</param>
    Task SwitchAsync(LoadCommand command, CancellationToken cancellation);
}
