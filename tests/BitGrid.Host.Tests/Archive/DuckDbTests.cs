using System.Globalization;
using BitGrid.Host.Tests.Store;
using DuckDB.NET.Data;

namespace BitGrid.Host.Tests.Archive;

/// <summary>An archived day is a table for everybody's tools.</summary>
public sealed class DuckDbTests
{
    [Fact]
    public void A_day_can_be_asked_with_SQL()
    {
        using JournalStage stage = new();
        stage.Live(days: 2);
        stage.Archive();
        using DuckDBConnection duck = new("DataSource=:memory:");
        duck.Open();

        string days = Path.Combine(stage.Folder, "parquet/*/*/day_*.parquet");
        Assert.Equal("292", Ask($"SELECT count(*) FROM '{days}'"));
        Assert.Equal("SafetyAsync Stop", Ask($"SELECT \"trigger\" || ' ' || action FROM '{days}' WHERE miner_temp_c > 90 ORDER BY time LIMIT 1"));
        Assert.Equal("2025-06-01 12:03:17.345", Ask($"SELECT strftime(time, '%Y-%m-%d %H:%M:%S.%g') FROM '{days}' WHERE miner_temp_c > 90 ORDER BY time LIMIT 1"));
        Assert.Equal("miner", Ask($"SELECT record ->> '$.load_id' FROM '{days}' WHERE is_override LIMIT 1"));
        Assert.Equal("288", Ask($"SELECT count(*) FROM '{days}' WHERE \"trigger\" = 'BlockTick' AND window_start = time"));

        string? Ask(string sql)
        {
            using DuckDBCommand command = duck.CreateCommand();
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }
}
