using System.Collections.Immutable;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Tests.Store;

public sealed class MigrationTests : IDisposable
{
    static readonly int Now = Schema.Migrations[^1].Version;
    static readonly ImmutableArray<Migration> Next = [.. Schema.Migrations, new(Now + 1, "ALTER TABLE decisions ADD COLUMN mood TEXT; CREATE TABLE moods (mood TEXT);")];

    readonly JournalStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_new_database_gets_the_whole_schema_and_no_copy()
    {
        using (_stage.Open(Next))
        {
        }

        Assert.Equal(Now + 1L, _stage.Ask("PRAGMA user_version"));
        Assert.Equal(["bitgrid.db"], Directory.GetFiles(_stage.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void An_older_database_is_copied_and_then_brought_up()
    {
        _stage.Live(days: 1);

        using (Journal newer = _stage.Open(Next))
            Assert.Equal(_stage.First.Plus(Block.PerDay - 1), newer.Recover(_stage.House.LoadId).LastTick);

        Assert.Equal(["store_migrated"], _stage.ToldCodes);
        Assert.Equal(Now + 1L, _stage.Ask("PRAGMA user_version"));
        Assert.Equal(0, _stage.Count("moods"));
        using SqliteConnection before = StoreConnection.OpenForReading($"{_stage.Database}.before-v{Now + 1}");
        Assert.Equal(Now, StoreConnection.Number(before, "PRAGMA user_version"));
        Assert.Equal(Block.PerDay + 2, StoreConnection.Number(before, "SELECT count(*) FROM decisions"));
    }

    [Fact]
    public void An_older_program_goes_on_with_a_newer_database()
    {
        using (Journal newer = _stage.Open(Next))
            newer.Append([_stage.House.Tick(_stage.First)]);

        using (Journal older = _stage.Open())
        {
            Assert.Equal(_stage.First, older.Recover(_stage.House.LoadId).LastTick);
            Assert.True(older.Append([_stage.House.Tick(_stage.First.Plus(1))]));
        }

        Assert.Empty(_stage.Told);
        Assert.Equal(Now + 1L, _stage.Ask("PRAGMA user_version"));
        Assert.Equal(2, _stage.Timeline.Decisions(default).Count);
    }

    [Fact]
    public void Back_and_forth_between_two_versions_nothing_is_lost()
    {
        _stage.Live(days: 1);
        for (int change = 0; change < 6; change++)
        {
            using Journal journal = change % 2 == 0 ? _stage.Open(Next) : _stage.Open();
            Block block = _stage.First.Plus(Block.PerDay + change);
            Assert.Equal(block.Plus(-1), journal.Recover(_stage.House.LoadId).LastTick);
            Assert.True(journal.Append([_stage.House.Tick(block)]));
        }

        Assert.Equal(["store_migrated"], _stage.ToldCodes);
        Assert.Equal(Block.PerDay + 2 + 6, _stage.Timeline.Decisions(default).Count);
    }

    [Fact]
    public void The_version_before_goes_on_with_the_database_of_this_one()
    {
        using (Journal present = _stage.Open())
            Assert.True(present.Append([_stage.House.Tick(_stage.First)]));

        using (Journal before = _stage.Open(Schema.Migrations[..^1]))
        {
            Assert.Equal(_stage.First, before.Recover(_stage.House.LoadId).LastTick);
            Assert.True(before.Append([_stage.House.Tick(_stage.First.Plus(1))]));
        }

        Assert.Empty(_stage.Told);
        Assert.Equal(2, _stage.Timeline.Decisions(default).Count);
    }

    [Fact]
    public void Every_step_only_adds() =>
        Assert.All(Schema.Migrations, step => Assert.DoesNotMatch(@"(?im)^\s*(DROP|DELETE|UPDATE|ALTER\s+TABLE\s+\w+\s+(RENAME|DROP))\b", step.Sql));

    [Fact]
    public void A_step_that_fails_leaves_the_database_as_it_was()
    {
        _stage.Live(days: 1);

        using (Journal newer = _stage.Open([.. Schema.Migrations, new(Now + 1, "CREATE TABLE moods (mood TEXT); CREATE TABLE decisions (twice TEXT);")]))
            Assert.False(newer.Append([_stage.House.Tick(_stage.First.Plus(Block.PerDay))]));

        Assert.Equal(["store_failing"], _stage.ToldCodes);
        Assert.Equal((long)Now, _stage.Ask("PRAGMA user_version"));
        Assert.Equal(0L, _stage.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'moods'"));
        using Journal older = _stage.Open();
        Assert.True(older.Append([_stage.House.Tick(_stage.First.Plus(Block.PerDay + 1))]));
    }
}
