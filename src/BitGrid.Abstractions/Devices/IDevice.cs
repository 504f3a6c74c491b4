namespace BitGrid;

/// <summary>
/// A device of the house. Mark the class with <see cref="DeviceAttribute"/> and give it one public constructor with two
/// parameters: a record of options, and <see cref="DeviceContext"/>. A device that can switch a load implements
/// <see cref="ILoadSwitch"/> as well.
/// </summary>
/// <remarks>
/// The constructor must not touch the device: one that is offline at start delays nothing. Dispose what it holds by
/// implementing <see cref="IDisposable"/> or <see cref="IAsyncDisposable"/>.
/// </remarks>
public interface IDevice
{
    /// <summary>Reads the device and reports to <see cref="DeviceContext.Telemetry"/> until it is told to stop.</summary>
    /// <remarks>
    /// Let exceptions propagate: the host shows the device as offline with the message, and calls again after a pause
    /// that grows from 1 to 60 seconds. Returning means that there is nothing to read; it is not called again.
    /// </remarks>
    /// <param name="stop">Cancelled when the program ends.</param>
    Task RunAsync(CancellationToken stop);
}
