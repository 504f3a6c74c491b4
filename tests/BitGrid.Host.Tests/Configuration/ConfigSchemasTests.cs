using BitGrid.Host.Configuration.Schemas;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Configuration;

public sealed class ConfigSchemasTests
{
    [Theory]
    [InlineData("bitgrid_rules.schema.json")]
    [InlineData("config.schema.json")]
    [InlineData("flags.schema.json")]
    [InlineData("policies.schema.json")]
    public void The_schemas_beside_the_shipped_files_are_up_to_date(string name)
    {
        string made = ConfigSchemas.All(Offers.BuiltIn).Single(schema => schema.Name == name).Json;
        string committed = RepositoryRoot.PathTo("config/schemas/" + name);
        if (Environment.GetEnvironmentVariable(Snapshot.AcceptVariable) == "1")
            File.WriteAllText(committed, made);

        Assert.Equal(File.ReadAllText(committed), made);
    }

    [Fact]
    public void The_order_of_the_plugins_does_not_change_a_schema() =>
        Assert.Equal(ConfigSchemas.All(Offers.BuiltIn), ConfigSchemas.All(new([.. Offers.BuiltIn.Rules.Reverse()], [.. Offers.BuiltIn.Policies.Reverse()], [.. Offers.BuiltIn.Devices.Reverse()])));
}
