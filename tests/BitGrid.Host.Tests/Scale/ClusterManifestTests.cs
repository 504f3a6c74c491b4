using System.Globalization;
using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;
using BitGrid.TestKit;
using YamlDotNet.RepresentationModel;

namespace BitGrid.Host.Tests.Scale;

/// <summary>The manifest for clusters says what the program understands.</summary>
public sealed class ClusterManifestTests
{
    static readonly YamlMappingNode[] Jobs = Read();

    [Fact]
    public void The_shards_are_an_indexed_job_of_as_many_pods_as_shards()
    {
        YamlNode spec = Jobs[0]["spec"];
        Assert.Equal("Indexed", Text(spec["completionMode"]));
        int count = int.Parse(Text(spec["completions"]), CultureInfo.InvariantCulture);
        Assert.InRange(int.Parse(Text(spec["parallelism"]), CultureInfo.InvariantCulture), 1, count);
        Assert.EndsWith($"/{count.ToString(CultureInfo.InvariantCulture)}", Args(Jobs[0]).Single(arg => arg.StartsWith("--shard=", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_of_a_pod_becomes_its_shard()
    {
        YamlMappingNode shard = ((YamlSequenceNode)Container(Jobs[0])["env"]).Cast<YamlMappingNode>().Single(variable => Text(variable["name"]) == "SHARD");
        Assert.Equal("metadata.annotations['batch.kubernetes.io/job-completion-index']", Text(shard["valueFrom"]["fieldRef"]["fieldPath"]));
        Assert.Contains(Args(Jobs[0]), arg => arg.StartsWith("--output=", StringComparison.Ordinal) && arg.Contains("$(SHARD)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_command_line_makes_sense_to_the_program(int job)
    {
        Assert.Equal("bitgrid", Text(((YamlSequenceNode)Container(Jobs[job])["command"])[0]));
        for (int index = 0; index < 8; index++)
        {
            CommandRun run = await CommandRun.Of([.. Args(Jobs[job]).Select(arg => arg.Replace("$(SHARD)", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))]);
            Assert.True(run.ExitCode == ExitCode.BadInput, run.Error); // understood; the folders of the cluster are not there
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_pod_has_more_rights_than_it_needs(int job)
    {
        Assert.Equal("true", Text(Jobs[job]["spec"]["template"]["spec"]["securityContext"]["runAsNonRoot"]));
        Assert.Equal("false", Text(Container(Jobs[job])["securityContext"]["allowPrivilegeEscalation"]));
        Assert.Equal("true", Text(Container(Jobs[job])["securityContext"]["readOnlyRootFilesystem"]));
        string[] volumes = [.. ((YamlSequenceNode)Jobs[job]["spec"]["template"]["spec"]["volumes"]).Select(volume => Text(volume["name"]))];
        Assert.Equal(volumes, ((YamlSequenceNode)Container(Jobs[job])["volumeMounts"]).Select(mount => Text(mount["name"])));
    }

    static YamlMappingNode[] Read()
    {
        YamlStream stream = [];
        using StreamReader reader = new(RepositoryRoot.PathTo("setup/cluster/bitgrid-fleet.yaml"));
        stream.Load(reader);
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    static YamlMappingNode Container(YamlMappingNode job) => (YamlMappingNode)((YamlSequenceNode)job["spec"]["template"]["spec"]["containers"])[0];

    static string[] Args(YamlMappingNode job) => [.. ((YamlSequenceNode)Container(job)["args"]).Select(Text)];

    static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
