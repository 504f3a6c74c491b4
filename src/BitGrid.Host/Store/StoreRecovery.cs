using System.Text;
using BitGrid.Engine.Replay;
using BitGrid.Host.Live;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>Finds where a load was when the program ended.</summary>
internal static class StoreRecovery
{
    public static LoadRecovery Of(SqliteConnection connection, string loadId)
    {
        (long Seq, Block Block)? tick = LastTick(connection, loadId);
        Dictionary<string, RuleMemory> memories = new(StringComparer.Ordinal);
        (LoadStatus status, Block statusBlock) = (LoadStatus.Off, default);
        foreach ((Block block, ReadOnlyMemory<byte> line) in LinesFrom(connection, loadId, tick?.Seq ?? 0))
        {
            (status, statusBlock) = (DecisionLine.NewState(line), block);
            foreach ((string rule, RuleMemory memory) in DecisionLine.Memories(line))
                memories[rule] = memory; // between ticks only some rules are asked: the others still remember what they did
        }

        return new(
            tick?.Block,
            status,
            statusBlock,
            [.. memories.Where(memory => !memory.Value.Equals(RuleMemory.Empty))],
            LastWish(connection, loadId));
    }

    static (long Seq, Block Block)? LastTick(SqliteConnection connection, string loadId)
    {
        using SqliteCommand query = StoreConnection.Command(
            connection,
            "SELECT seq, block_id FROM decisions WHERE load_id = $load AND trigger IN ('BlockTick', 'Startup') ORDER BY block_id DESC LIMIT 1",
            ("$load", loadId));
        using SqliteDataReader reader = query.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), new Block(reader.GetInt64(1))) : null;
    }

    static IEnumerable<(Block Block, ReadOnlyMemory<byte> Line)> LinesFrom(SqliteConnection connection, string loadId, long seq)
    {
        using SqliteCommand query = StoreConnection.Command(
            connection,
            "SELECT block_id, record FROM decisions WHERE seq >= $seq AND load_id = $load ORDER BY seq",
            ("$seq", seq),
            ("$load", loadId));
        using SqliteDataReader reader = query.ExecuteReader();
        while (reader.Read())
            yield return (new Block(reader.GetInt64(0)), Encoding.UTF8.GetBytes(reader.GetString(1)));
    }

    static ManualOverride? LastWish(SqliteConnection connection, string loadId)
    {
        using SqliteCommand query = StoreConnection.Command(
            connection,
            "SELECT run, level, first_block, blocks FROM overrides WHERE load_id = $load AND refusal IS NULL ORDER BY seq DESC LIMIT 1",
            ("$load", loadId));
        using SqliteDataReader reader = query.ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0)
            ? new(reader.GetBoolean(0), reader.GetInt32(1), new Block(reader.GetInt64(2)), reader.GetInt32(3))
            : null;
    }
}
