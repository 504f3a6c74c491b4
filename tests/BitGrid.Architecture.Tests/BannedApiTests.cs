using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BitGrid.TestKit;

namespace BitGrid.Architecture.Tests;

/// <summary>Engine, contracts and plugins read no clock, no chance, no environment and no file; the list is BannedSymbols.txt.</summary>
public sealed class BannedApiTests
{
    // The compiler's own iterators ask for the thread, to know whether they may be used again.
    const string AskedByIterators = "System.Environment.get_CurrentManagedThreadId";

    static readonly string[] Banned =
    [
        .. File.ReadAllLines(RepositoryRoot.PathTo("BannedSymbols.txt")).Where(line => line.Length > 2).Select(line => line.Split(';')[0]),
    ];

    [Theory]
    [InlineData("src/BitGrid.Abstractions/BitGrid.Abstractions.csproj")]
    [InlineData("src/BitGrid.Engine/BitGrid.Engine.csproj")]
    [InlineData("src/BitGrid.Simulation/BitGrid.Simulation.csproj")]
    [InlineData("plugins/Directory.Build.props")]
    public void The_analyzer_and_its_list_are_wired_in(string project)
    {
        string text = File.ReadAllText(RepositoryRoot.PathTo(project));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", text, StringComparison.Ordinal);
        Assert.Matches("<AdditionalFiles Include=\"[^\"]*BannedSymbols.txt\" />", text);
    }

    [Fact]
    public void A_violation_of_the_list_breaks_the_build() =>
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", File.ReadAllText(RepositoryRoot.PathTo("Directory.Build.props")), StringComparison.Ordinal);

    [Theory]
    [InlineData("BitGrid.Abstractions")]
    [InlineData("BitGrid.Engine")]
    [InlineData("BitGrid.Rules")]
    [InlineData("BitGrid.Policies")]
    [InlineData("BitGrid.Simulation")]
    public void The_compiled_code_calls_nothing_banned(string assembly)
    {
        string[] called = [.. MembersCalledBy(assembly)];
        Code.EnsureEnough(called, 40);

        Assert.Empty(called.Where(IsBanned).Except([AskedByIterators]));
    }

    [Fact]
    public void The_scan_sees_what_is_there()
    {
        Code.EnsureEnough(Banned, 15);
        string[] calledHere = [.. MembersCalledBy("BitGrid.Architecture.Tests")];

        Assert.Contains("System.IO.File.ReadAllText", calledHere);
        Assert.True(IsBanned("System.IO.File.ReadAllText"));
        Assert.True(IsBanned("System.DateTimeOffset.get_UtcNow"));
        Assert.True(IsBanned("System.Guid.NewGuid"));
        Assert.False(IsBanned("System.DateTimeOffset.get_Offset"));
    }

    static bool IsBanned(string member) => Banned.Any(symbol => symbol[0] switch
    {
        'T' => member.StartsWith(symbol[2..] + ".", StringComparison.Ordinal) && !member[(symbol.Length - 1)..].Contains('.', StringComparison.Ordinal),
        'P' => member == Getter(symbol[2..]),
        _ => member == symbol[2..],
    });

    static string Getter(string property)
    {
        int dot = property.LastIndexOf('.');
        return $"{property[..dot]}.get_{property[(dot + 1)..]}";
    }

    static IEnumerable<string> MembersCalledBy(string assembly)
    {
        using PEReader file = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"),
        ];
    }

    static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
