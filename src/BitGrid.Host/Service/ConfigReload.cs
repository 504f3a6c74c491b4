using System.Collections.Immutable;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Live;
using BitGrid.Host.Store;

namespace BitGrid.Host.Service;

/// <summary>Puts a changed configuration in force while the house runs: the whole of it, or nothing.</summary>
internal sealed class ConfigReload(HouseSetup setup, Controller controller, Journal journal, HealthLog health, TimeProvider time)
{
    /// <summary>Code of the problem that a changed configuration is not used.</summary>
    public const string Refused = "config_refused";

    // What decides may change at any time; what connects the house is made once.
    static readonly string[] Replaceable = ["autonomy", "max_override_blocks"];

    readonly Lock _gate = new();
    SiteConfiguration _active = setup.Configuration;

    /// <summary>The configuration in force.</summary>
    public SiteConfiguration Active => Volatile.Read(ref _active);

    /// <summary>Notes the configuration the house begins with.</summary>
    public void Begin()
    {
        if (setup.Refusal is { } refusal)
            health.Raise(HealthLevel.Critical, Refused, setup.Keeper.Folder, refusal);
        else
            Keep();
    }

    /// <summary>Reads the configuration as it stands and puts it in force, or tells why not.</summary>
    public void Run()
    {
        lock (_gate)
        {
            ConfigResult read = setup.Keeper.Read();
            if (Objection(read) is { } objection)
            {
                health.Clear(Refused, setup.Keeper.Folder);
                health.Raise(HealthLevel.Critical, Refused, setup.Keeper.Folder, $"The changed configuration is not used; {_active.ConfigHash} stays in force. {objection}");
                return;
            }

            string before = _active.ConfigHash;
            Volatile.Write(ref _active, read.Configuration!);
            controller.Replace(LiveEngine.Of(_active, health), _active.ConfigHash, _active.MaxOverrideBlocks);
            health.Clear(Refused, setup.Keeper.Folder);
            health.Note(HealthLevel.Info, "config_applied", setup.Keeper.Folder, $"Configuration {_active.ConfigHash} is in force; before it was {before}.");
            Keep();
        }
    }

    /// <summary>Writes another level of autonomy into the configuration and puts it in force; when it is refused, the file is as it was.</summary>
    /// <returns>Why not; <see langword="null"/> when it is done.</returns>
    public string? SetAutonomy(AutonomyLevel level)
    {
        lock (_gate)
        {
            if (_active.Autonomy == level)
                return null;
            try
            {
                return setup.Keeper.Change(ConfigFiles.Main, before => AutonomySwitch.Apply(before, level), () => TryRun(level));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return $"config.yaml cannot be written ({failure.Message}). Write autonomy: {level.ToString().ToLowerInvariant()} there by hand, then: bitgrid config apply";
            }
        }
    }

    string? TryRun(AutonomyLevel level)
    {
        ConfigResult read = setup.Keeper.Read();
        if (Objection(read) is { } objection)
            return $"The configuration as it stands cannot be put in force, and neither can a change to it. {objection}";
        Run();
        return _active.Autonomy == level ? null : "The configuration was changed at the same time. Try again.";
    }

    string? Objection(ConfigResult read)
    {
        if (read.Configuration is not { } next)
            return "Its faults:\n" + read.Report();
        string[] changed = [.. Fixed(next).Except(Fixed(_active)).Concat(Fixed(_active).Except(Fixed(next))).Select(setting => setting.Key).Distinct(StringComparer.Ordinal)];
        return changed.Length == 0 ? null : $"It changes {string.Join(", ", changed)}: that takes a restart of BitGrid.";
    }

    static IEnumerable<(string Key, string Value)> Fixed(SiteConfiguration configuration) =>
        from setting in configuration.Settings
        where setting.File == ConfigFiles.Main && !Replaceable.Contains(setting.Key, StringComparer.Ordinal)
        select (setting.Key, setting.Value);

    void Keep()
    {
        journal.Note(new ConfigVersion(time.GetUtcNow(), _active.ConfigHash, setup.Keeper.Files.ToImmutableSortedDictionary(StringComparer.Ordinal)));
        try
        {
            setup.Keeper.Keep();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            health.Raise(HealthLevel.Warning, "config_not_kept", setup.Keeper.Folder, $"The good configuration could not be copied to the data folder ({failure.Message}). After a broken change the next start has none to fall back on.");
        }
    }
}
