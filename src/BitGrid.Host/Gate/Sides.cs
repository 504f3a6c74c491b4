using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Gate;

/// <summary>Opens what is compared.</summary>
internal sealed class Sides(GateRequest request)
{
    /// <summary>What runs now.</summary>
    /// <param name="folder">Where it is; <see langword="null"/> for this program with the configuration of the house.</param>
    /// <param name="faults">Gets what is wrong with it, and yet lets it run.</param>
    /// <exception cref="GateException">It cannot be opened.</exception>
    public IGateSide OpenBaseline(CandidateFolder? folder, ICollection<GateFinding> faults) => Open(folder, request.Config, UnknownKeys.Warn, faults)
        ?? throw new GateException($"what runs now cannot be compared with: {string.Join("\n", faults.Select(fault => fault.Message))}");

    /// <summary>What is to be judged; <see langword="null"/> when it could not run, for the reasons in <paramref name="faults"/>.</summary>
    /// <exception cref="GateException">Its program does not answer.</exception>
    public IGateSide? OpenCandidate(CandidateFolder folder, ICollection<GateFinding> faults) =>
        Open(folder, request.CandidateConfig ?? request.Config, UnknownKeys.Refuse, faults);

    IGateSide? Open(CandidateFolder? folder, string houseConfig, UnknownKeys unknownKeys, ICollection<GateFinding> faults)
    {
        string config = folder is { IsConfig: true } ? folder.Path : houseConfig;
        string? program = folder is { IsConfig: false } ? folder.Program : null;
        PluginCatalog plugins = Load(program is null ? folder?.Plugins ?? request.Plugins : request.Plugins);
        if (program is null)
            AddUnusable(plugins, faults);
        // The keys of another version are for that version to judge.
        ConfigResult read = ConfigLoader.Load(config, plugins.Offers, program is null ? unknownKeys : UnknownKeys.Warn);
        if (read.Configuration is not { } configuration)
        {
            faults.Add(new(FindingKind.Candidate, "config", "The configuration can be used", GateVerdict.Failed, read.Report().TrimEnd()));
            return null;
        }

        return program is null
            ? new OwnSide(House.Of(plugins, configuration), request.Language)
            : OpenProgram(new(program, folder!.Plugins, config), configuration, faults);
    }

    ProgramSide? OpenProgram(CandidateProgram program, SiteConfiguration configuration, ICollection<GateFinding> faults)
    {
        ProgramAnswer check = program.Ask("config", ["check"]);
        if (check.ExitCode == ExitCode.Fine)
            return new(program, configuration, request.Language);
        faults.Add(new(FindingKind.Candidate, "config", "The configuration can be used by its program", GateVerdict.Failed, check.Text));
        return null;
    }

    static PluginCatalog Load(string? folder)
    {
        try
        {
            return PluginCatalog.Load(PluginFolder.Default(folder), PluginCatalog.HostVersion);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new GateException(missing.Message, missing);
        }
    }

    static void AddUnusable(PluginCatalog plugins, ICollection<GateFinding> faults)
    {
        foreach (PluginReport plugin in plugins.Plugins.Where(plugin => plugin.Status is not (PluginStatus.Active or PluginStatus.Disabled)))
            faults.Add(new(FindingKind.Candidate, $"plugin:{plugin.Id}", $"Plugin {plugin.Id} can be used", GateVerdict.Failed, plugin.Reason));
    }
}
