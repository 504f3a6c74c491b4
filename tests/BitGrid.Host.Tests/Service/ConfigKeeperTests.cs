using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Plugins;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Configuration;

namespace BitGrid.Host.Tests.Service;

public sealed class ConfigKeeperTests : IDisposable
{
    readonly ConfigSandbox _config = new();
    readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bitgrid-data-");

    public void Dispose()
    {
        _config.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public void A_secret_beside_the_configuration_is_kept_nowhere()
    {
        _config.Write("secret.yaml", "hunter2");
        ConfigKeeper keeper = Keeper();
        keeper.Keep();
        Assert.Equal(ConfigFiles.All.Order(StringComparer.Ordinal), keeper.Files.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(_data.FullName, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("hunter2", StringComparison.Ordinal));
        Assert.NotNull(keeper.ReadLastGood());
    }

    [Fact]
    public void What_was_checked_before_is_read_as_it_was_the_first_time()
    {
        ConfigResult first = ReadAndKeep(Keeper());
        Assert.True(IsSealed);
        ConfigResult known = ReadAndKeep(Keeper());
        Assert.True(IsSealed);
        Assert.Equal(first.Configuration!.ConfigHash, known.Configuration!.ConfigHash);
        Assert.Equal(first.Configuration.Settings.AsEnumerable(), known.Configuration.Settings.AsEnumerable());
        Assert.Empty(known.Faults);
    }

    [Fact]
    public void A_changed_file_is_checked_again()
    {
        ReadAndKeep(Keeper());
        _config.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: -1");
        Assert.Contains("rules.R1.surplus_min_kw", Keeper().Read().Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_plugins_check_again()
    {
        ReadAndKeep(Keeper());
        Assert.Contains("R1", Keeper(PluginOffers.None).Read().Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forged_seal_is_of_no_use()
    {
        ReadAndKeep(Keeper());
        File.WriteAllText(Seal, "x" + File.ReadAllText(Seal)[1..]);
        ReadAndKeep(Keeper());
        Assert.DoesNotContain('x', File.ReadAllText(Seal));
    }

    [Fact]
    public void What_has_a_warning_is_never_taken_for_checked()
    {
        ReadAndKeep(Keeper());
        _config.Edit("flags.yaml", "r5_enabled: true", "r5_enabled: true\nr9_enabled: true");
        for (int start = 0; start < 2; start++)
        {
            ConfigResult read = ReadAndKeep(Keeper());
            Assert.NotNull(read.Configuration);
            Assert.Contains("r9_enabled", read.Report(), StringComparison.Ordinal);
            Assert.False(IsSealed);
        }
    }

    string Seal => Path.Combine(_data.FullName, "last-good-config", "checked");

    bool IsSealed => File.Exists(Seal);

    ConfigKeeper Keeper(PluginOffers? offers = null) => new(_config.Folder, _data.FullName, offers ?? Offers.BuiltIn);

    static ConfigResult ReadAndKeep(ConfigKeeper keeper)
    {
        ConfigResult read = keeper.Read();
        keeper.Keep();
        return read;
    }
}
