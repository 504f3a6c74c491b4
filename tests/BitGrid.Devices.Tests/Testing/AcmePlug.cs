using System.Text;

namespace BitGrid.Devices.Tests.Testing;

/// <summary>The device of the test kit's README.</summary>
public sealed class AcmePlug(AcmePlugOptions options, DeviceContext context) : ILoadSwitch
{
    public string LoadId => options.Load;

    public Task SwitchAsync(LoadCommand command, CancellationToken cancellation) =>
        context.Bus.PublishAsync("acme/set", Encoding.UTF8.GetBytes(command.Run ? "ON" : "OFF"), retain: false, cancellation);

    public async Task RunAsync(CancellationToken stop)
    {
        using IDisposable state = context.Bus.Subscribe("acme/state", message =>
            context.Telemetry.Report(new LoadReport(options.Load, message.Payload.Span.SequenceEqual("ON"u8))));
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, stop);
    }
}
