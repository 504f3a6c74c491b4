using System.Security.Cryptography;
using System.Text;
using BitGrid.Host.Cli;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Fleet;

/// <summary>A replay of a fleet from the folder to the exit code.</summary>
internal sealed class FleetJob(Terminal terminal, FleetRequest request)
{
    public int Run()
    {
        if (House.Open(request.Config, request.Plugins, terminal) is not { } house)
            return ExitCode.BadInput;
        try
        {
            return Run(house, FleetHome.In(request.Input));
        }
        catch (Exception fault) when (fault is InvalidDataException or OutputException)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    int Run(House house, IReadOnlyList<FleetHome> fleet)
    {
        FleetHome[] homes = [.. fleet.Where(home => request.Shard.Takes(home.Number))];
        ResultLabel label = Label(house, fleet);
        using ITableWriter<HomeResult> writer = TableFile.OpenParquet(request.Output, FleetColumns.All(), DecisionOutput.RowsPerGroup, () => label);
        using FleetSummary summary = new(terminal, homes.Length, request);
        foreach (HomeResult result in new FleetReplay(house, request.Period, request.Fingerprints).Run(homes))
        {
            writer.Write(result);
            summary.Add(result);
        }

        writer.Complete();
        house.ReportFaults(terminal);
        return summary.Tell() ? ExitCode.Fine : ExitCode.BadInput;
    }

    // Names and sizes, not contents: reading a fleet in every shard only to hash it would double the work.
    ResultLabel Label(House house, IReadOnlyList<FleetHome> fleet) => ResultLabel.Of("homes", FleetColumns.Home, request.Shard,
    [
        .. house.Origin,
        ("period", $"{request.Period.From?.Id} to {request.Period.Until?.Id}"),
        ("fingerprints", request.Fingerprints.ToString()),
        ("homes", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(fleet.Select(home => $"{home.Name} {home.Bytes}\n")))))),
    ]);
}
