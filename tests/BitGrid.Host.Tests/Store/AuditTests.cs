using BitGrid.Host.Live;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Tests.Store;

/// <summary>Who did what from outside is written once and stays.</summary>
public sealed class AuditTests : IDisposable
{
    readonly JournalStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void What_was_done_is_on_the_disk_at_once_and_what_was_only_tried_follows()
    {
        using Journal journal = _stage.Open();
        journal.Note(Entry("wrong password"));
        Assert.Empty(_stage.Timeline.LatestAudits(10));
        journal.Note(Entry(AuditEntry.Done));
        Assert.Equal([AuditEntry.Done, "wrong password"], _stage.Timeline.LatestAudits(10).Select(entry => entry.Result));

        journal.Note(Entry("wrong password"));
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, _stage.Count("audit"));
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'nobody'", "never changed")]
    [InlineData("DELETE FROM audit", "never removed")]
    public void Nobody_changes_it_afterwards(string sql, string refusal)
    {
        using (Journal journal = _stage.Open())
            journal.Note(Entry(AuditEntry.Done));
        using SqliteConnection stranger = _stage.Stranger();
        SqliteException refused = Assert.Throws<SqliteException>(() => StoreConnection.Execute(stranger, sql));
        Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
    }

    AuditEntry Entry(string result) => new(_stage.Time.GetUtcNow(), "owner", "192.0.2.7", "override", "miner", "run True, level 0, blocks 2", result);
}
