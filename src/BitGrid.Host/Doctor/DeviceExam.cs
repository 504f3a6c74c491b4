using BitGrid.Host.Configuration;

namespace BitGrid.Host.Doctor;

/// <summary>Does every device answer that has an address? Nothing is switched.</summary>
internal static class DeviceExam
{
    const int HttpPort = 80;

    public static async Task<IEnumerable<Finding>> RunAsync(Patient patient)
    {
        List<Finding> findings = [];
        foreach (DeviceSetup device in patient.House?.Devices ?? [])
            findings.Add(await LookAsync(device));
        return findings;
    }

    static async Task<Finding> LookAsync(DeviceSetup device)
    {
        string subject = $"device {device.Id}";
        // By convention an option called Host is where the device is; a port may be part of it.
        if (device.Options.GetType().GetProperty("Host")?.GetValue(device.Options) is not string host)
            return Finding.Ok(subject, $"{device.Offer.Driver}: it has no address of its own");
        (string name, int port) = host.Split(':') is [var left, var right] && int.TryParse(right, System.Globalization.CultureInfo.InvariantCulture, out int number) ? (left, number) : (host, HttpPort);
        return await Reach.TryAsync(name, port) is { } failure
            ? Finding.Fault(subject, $"{host} cannot be reached: {failure}", "Switch it on, check its address, and whether this machine is in its network.")
            : Finding.Ok(subject, $"{host} answers");
    }
}
