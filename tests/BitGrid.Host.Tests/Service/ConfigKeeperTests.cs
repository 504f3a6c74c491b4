using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Configuration;

namespace BitGrid.Host.Tests.Service;

public sealed class ConfigKeeperTests
{
    [Fact]
    public void A_secret_beside_the_configuration_is_kept_nowhere()
    {
        using ConfigSandbox config = new ConfigSandbox().Write("secret.yaml", "hunter2");
        DirectoryInfo data = Directory.CreateTempSubdirectory("bitgrid-data-");
        try
        {
            ConfigKeeper keeper = new(config.Folder, data.FullName, Offers.BuiltIn);
            keeper.Keep();
            Assert.Equal(ConfigFiles.All.Order(StringComparer.Ordinal), keeper.Files.Keys.Order(StringComparer.Ordinal));
            Assert.DoesNotContain(Directory.EnumerateFiles(data.FullName, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("hunter2", StringComparison.Ordinal));
            Assert.NotNull(keeper.ReadLastGood());
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
