namespace BitGrid.Page.Tests;

/// <summary>All tests share one browser and one quiet house, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<QuietHouse>
{
    public const string Name = "page";
}
