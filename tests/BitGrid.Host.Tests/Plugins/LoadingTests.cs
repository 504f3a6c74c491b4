using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

public sealed class LoadingTests
{
    [Fact]
    public void The_built_in_plugins_are_active_as_the_build_leaves_them()
    {
        PluginCatalog catalog = PluginCatalog.Load(PluginFolder.Find(null, null, AppContext.BaseDirectory), PluginCatalog.HostVersion);

        Assert.Equal(
            [.. ((string[])["bitgrid.devices.mqtt", "bitgrid.devices.shelly", "bitgrid.devices.simulated", "bitgrid.policies", "bitgrid.rules"]).Select(id => (id, PluginStatus.Active, ""))],
            catalog.Plugins.Where(plugin => plugin.Id.StartsWith("bitgrid.", StringComparison.Ordinal)).Select(plugin => (plugin.Id, plugin.Status, plugin.Reason)));
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], catalog.Offers.Rules.Where(rule => rule.PluginId == "bitgrid.rules").Select(rule => rule.Id));
        Assert.Equal(["adaptive", "export-first", "heat-first", "hodl-first"], catalog.Offers.Policies.Where(policy => policy.PluginId == "bitgrid.policies").Select(policy => policy.Id));
    }

    [Fact]
    public void A_report_tells_version_folder_time_and_offers()
    {
        using PluginStage stage = new("bitgrid.rules");

        PluginReport report = stage.Report("bitgrid.rules");

        Assert.NotEqual("", report.Version);
        Assert.Equal(stage.FolderOf("bitgrid.rules"), report.Folder);
        Assert.Equal(PluginStage.Noon, report.Time);
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], report.Rules);
        Assert.Empty(report.Policies);
    }

    [Fact]
    public void Every_built_in_rule_and_policy_can_be_created_with_its_default_options()
    {
        using PluginStage stage = new("bitgrid.rules", "bitgrid.policies");
        PluginCatalog catalog = stage.Load();

        Assert.All(catalog.Offers.Rules, rule => Assert.IsType(rule.Type, rule.Create(Activator.CreateInstance(rule.OptionsType!))));
        Assert.All(catalog.Offers.Policies, policy => Assert.IsType(policy.Type, policy.Create(Activator.CreateInstance(policy.OptionsType!))));
    }

    [Fact]
    public void Two_plugins_use_two_versions_of_one_library_side_by_side()
    {
        using PluginStage stage = new("test.uses-library-v1", "test.uses-library-v2");

        PluginCatalog catalog = stage.Load();

        Assert.All(catalog.Plugins, plugin => Assert.Equal("", plugin.Reason));
        Assert.Equal(
            [("sees_v1", 1.0), ("sees_v2", 2.0)],
            catalog.Offers.Rules.Select(rule => (rule.Id, rule.Create(null).Evaluate(new RuleContext(House.Sunny, RuleMemory.Empty)).Memory["library_version"]!.Value)));
    }

    [Fact]
    public void Only_the_contracts_are_shared_with_the_host()
    {
        using PluginStage stage = new("bitgrid.rules", "test.uses-library-v1");

        PluginCatalog catalog = stage.Load();

        Assert.All(catalog.Offers.Rules, rule => Assert.True(rule.Type.IsAssignableTo(typeof(IRule))));
        Assert.Equal(2, catalog.Offers.Rules.Select(rule => System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(rule.Type.Assembly)).Distinct().Count());
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "BitGrid.Abstractions" && assembly != typeof(IRule).Assembly);
    }

    [Fact]
    public void A_plugin_made_for_another_host_is_incompatible_and_none_of_its_code_runs()
    {
        using PluginStage stage = new("test.wrong-host-range", "bitgrid.rules");

        AssertOnlyFaulty(stage, "test.wrong-host-range", PluginStatus.Incompatible, "99.0 up to, not including, 100.0", "build it again");
    }

    [Theory]
    [InlineData("98.9", false)]
    [InlineData("99.0", true)]
    [InlineData("99.1", true)]
    [InlineData("100.0", false)]
    public void The_host_range_includes_its_minimum_and_not_its_maximum(string host, bool fits)
    {
        using PluginStage stage = new("test.wrong-host-range");

        PluginStatus status = PluginCatalog.Load(stage.Folder, Version.Parse(host)).Plugins[0].Status;

        Assert.Equal(fits ? PluginStatus.Active : PluginStatus.Incompatible, status);
    }

    [Fact]
    public void A_missing_dependency_is_named()
    {
        using PluginStage stage = new("test.missing-dependency", "bitgrid.rules");

        AssertOnlyFaulty(stage, "test.missing-dependency", PluginStatus.Quarantined, "MissingDependency.dll needs the assembly 'BitGrid.TestLibrary, Version=1.0.0.0", "Build the plugin again");
    }

    [Fact]
    public void Types_that_do_not_load_with_the_library_found_are_told_with_their_cause()
    {
        using PluginStage stage = new("test.uses-library-v2", "test.uses-library-v1", "bitgrid.rules");
        const string Library = "BitGrid.TestLibrary.dll";
        File.Copy(stage.FileOf("test.uses-library-v1", Library), stage.FileOf("test.uses-library-v2", Library), overwrite: true);
        stage.RefreshHash("test.uses-library-v2", Library);

        AssertOnlyFaulty(stage, "test.uses-library-v2", PluginStatus.Quarantined, "types that cannot be loaded", "OnlyInV2", "build the plugin again");
    }

    [Fact]
    public void What_is_no_assembly_is_told_with_its_name()
    {
        using PluginStage stage = new("test.offers-twice", "test.uses-library-v1");
        File.WriteAllText(stage.FileOf("test.offers-twice", "OffersTwice.dll"), "");
        stage.RefreshHash("test.offers-twice", "OffersTwice.dll");

        AssertOnlyFaulty(stage, "test.offers-twice", PluginStatus.Quarantined, "BadImageFormatException", "OffersTwice.dll");
    }

    [Fact]
    public void A_plugin_that_offers_a_built_in_rule_again_is_refused_and_the_built_in_one_stays()
    {
        using PluginStage stage = new("test.offers-twice", "bitgrid.rules");

        AssertOnlyFaulty(stage, "test.offers-twice", PluginStatus.Refused, "rule 'R1'", "the plugin bitgrid.rules", "Remove one");
    }

    [Fact]
    public void No_name_puts_a_strangers_plugin_before_a_built_in_one()
    {
        using PluginStage stage = new("bitgrid.rules");
        PluginStage.CopyFolder(PluginStage.BuiltFolderOf("test.offers-twice"), stage.FolderOf("a"));
        stage.EditManifest("a", manifest => manifest.Replace("id: test.offers-twice", "id: a", StringComparison.Ordinal));

        AssertOnlyFaulty(stage, "a", PluginStatus.Refused, "the plugin bitgrid.rules");
    }

    [Fact]
    public void Between_strangers_the_first_in_ordinal_order_keeps_the_id()
    {
        using PluginStage stage = new("test.offers-twice");
        PluginStage.CopyFolder(PluginStage.BuiltFolderOf("test.offers-twice"), stage.FolderOf("zz"));
        stage.EditManifest("zz", manifest => manifest.Replace("id: test.offers-twice", "id: zz", StringComparison.Ordinal));

        AssertOnlyFaulty(stage, "zz", PluginStatus.Refused, "the plugin test.offers-twice");
    }

    [Fact]
    public void A_file_named_disabled_switches_a_plugin_off()
    {
        using PluginStage stage = new("test.uses-library-v1", "bitgrid.rules");
        File.WriteAllText(stage.FileOf("test.uses-library-v1", "disabled"), "");

        AssertOnlyFaulty(stage, "test.uses-library-v1", PluginStatus.Disabled, stage.FileOf("test.uses-library-v1", "disabled"), "Remove that file");
    }

    [Fact]
    public void An_empty_plugins_folder_is_an_empty_catalogue()
    {
        using PluginStage stage = new();

        PluginCatalog catalog = stage.Load();

        Assert.Empty(catalog.Plugins);
        Assert.Empty(catalog.Offers.Rules);
        Assert.Empty(catalog.Offers.Policies);
    }

    [Fact]
    public void A_plugins_folder_that_does_not_exist_is_named()
    {
        using PluginStage stage = new();
        string missing = Path.Combine(stage.Folder, "nowhere");

        DirectoryNotFoundException fault = Assert.Throws<DirectoryNotFoundException>(() => PluginCatalog.Load(missing, PluginCatalog.HostVersion));

        Assert.Contains(missing, fault.Message, StringComparison.Ordinal);
        Assert.Contains("--plugins", fault.Message, StringComparison.Ordinal);
    }

    internal static void AssertOnlyFaulty(PluginStage stage, string plugin, PluginStatus status, params string[] reasonParts)
    {
        PluginCatalog catalog = stage.Load();
        PluginReport faulty = catalog.Plugins.Single(report => report.Id == plugin);

        Assert.Equal(status, faulty.Status);
        Assert.All(reasonParts, part => Assert.Contains(part, faulty.Reason, StringComparison.Ordinal));
        Assert.Empty(faulty.Rules);
        Assert.DoesNotContain(catalog.Offers.Rules, rule => rule.PluginId == plugin);
        PluginReport[] others = [.. catalog.Plugins.Where(report => report != faulty)];
        Assert.NotEmpty(others);
        Assert.All(others, other => Assert.Equal((PluginStatus.Active, ""), (other.Status, other.Reason)));
        Assert.All(others, other => Assert.Contains(catalog.Offers.Rules, rule => rule.PluginId == other.Id));
    }
}
