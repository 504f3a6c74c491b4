namespace BitGrid.Host.Live.Loads;

/// <summary>Sends the commands of one load to every device that switches it, the newest only, again until it has been taken.</summary>
/// <param name="loadId">The load.</param>
/// <param name="time">The clock of the house.</param>
/// <param name="health">Where failures go.</param>
internal sealed class LoadSwitchboard(string loadId, TimeProvider time, HealthLog health) : IDisposable
{
    readonly Lock _gate = new();
    readonly List<SwitchLine> _lines = [];

    /// <summary>The last command.</summary>
    public LoadCommand? Last { get; private set; }

    /// <summary>True while a command is on its way to a device that has neither taken nor refused it.</summary>
    public bool IsSending
    {
        get
        {
            lock (_gate)
                return _lines.Exists(line => line.IsSending);
        }
    }

    /// <summary>Adds a device.</summary>
    public void Connect(string deviceId, ILoadSwitch device)
    {
        lock (_gate)
        {
            SwitchLine line = new(deviceId, device, time, health);
            _lines.Add(line);
            if (Last is { } command)
                line.Send(command);
        }
    }

    /// <summary>Sends a command; returns at once. Whatever was on its way before is given up.</summary>
    public void Send(LoadCommand command)
    {
        lock (_gate)
        {
            Last = command;
            if (_lines.Count == 0)
                health.Raise(HealthLevel.Warning, "load_without_switch", loadId, $"Load '{loadId}' has no device that switches it: its commands go nowhere. Add one below 'devices' in config.yaml.");
            foreach (SwitchLine line in _lines)
                line.Send(command);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (SwitchLine line in _lines)
                line.Dispose();
        }
    }
}
