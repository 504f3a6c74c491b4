using System.Collections.Immutable;

namespace BitGrid.Host.Store;

/// <summary>The database's schema as steps, the oldest first. A step that was released is never changed.</summary>
internal static class Schema
{
    /// <summary>All steps.</summary>
    public static ImmutableArray<Migration> Migrations { get; } = [new(1, Version1), new(2, Version2)];

    // Instants are milliseconds since 1970, UTC. A state and its decision share their seq.
    // One index serves both ends: at most one regular decision per block and load (between ticks the expression is NULL, and
    // NULLs are never equal), and reading by block. Every further index would cost a page per decision.
    const string Version1 = """
        CREATE TABLE decisions (
          seq INTEGER PRIMARY KEY, block_id INTEGER NOT NULL, load_id TEXT NOT NULL, trigger TEXT NOT NULL, time INTEGER NOT NULL,
          action TEXT NOT NULL, reason_code TEXT NOT NULL, deciding_rule TEXT, new_running INTEGER NOT NULL, new_level INTEGER NOT NULL,
          preferred_path TEXT NOT NULL, target_level INTEGER NOT NULL, valid_until_block INTEGER NOT NULL, is_override INTEGER NOT NULL,
          command_id TEXT, record TEXT NOT NULL);
        CREATE UNIQUE INDEX decisions_by_block ON decisions (block_id, load_id, (CASE WHEN trigger IN ('BlockTick', 'Startup') THEN 1 END));

        CREATE TABLE states (
          seq INTEGER PRIMARY KEY, block_id INTEGER NOT NULL, load_id TEXT,
          pv_power_w REAL, house_load_w REAL, grid_power_w REAL, battery_power_w REAL, battery_soc_pct REAL, heat_temp_c REAL, heat_power_w REAL,
          price_ct_kwh REAL, feed_in_ct_kwh REAL, hashprice_sats_ths_day REAL, btc_price_eur REAL, forecast_confidence REAL,
          miner_power_w REAL, miner_temp_c REAL, miner_hashrate_ths REAL, miner_heartbeat_age_s REAL, forecast_surplus_w TEXT,
          running INTEGER, level INTEGER, blocks_since_change INTEGER, quality TEXT, stale TEXT, config_hash TEXT, missing TEXT,
          trigger TEXT NOT NULL, time INTEGER NOT NULL, surplus_left_w REAL,
          override_run INTEGER, override_level INTEGER, override_first_block INTEGER, override_blocks INTEGER, memories TEXT);

        CREATE TABLE overrides (
          seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, load_id TEXT NOT NULL, source TEXT NOT NULL,
          run INTEGER, level INTEGER, first_block INTEGER, blocks INTEGER, refusal TEXT);

        CREATE TABLE health_events (
          seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL, subject TEXT NOT NULL, message TEXT NOT NULL);

        CREATE TABLE config_versions (
          hash TEXT NOT NULL, file TEXT NOT NULL, content BLOB NOT NULL, first_active INTEGER NOT NULL, PRIMARY KEY (hash, file)) WITHOUT ROWID;

        CREATE TABLE prunings (seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, before_block INTEGER NOT NULL);

        CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
        CREATE TRIGGER states_stay BEFORE UPDATE ON states BEGIN SELECT RAISE(ABORT, 'states are never changed'); END;
        CREATE TRIGGER overrides_stay BEFORE UPDATE ON overrides BEGIN SELECT RAISE(ABORT, 'overrides are never changed'); END;
        CREATE TRIGGER health_events_stay BEFORE UPDATE ON health_events BEGIN SELECT RAISE(ABORT, 'health events are never changed'); END;

        CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions WHEN OLD.block_id >= (SELECT coalesce(max(before_block), 0) FROM prunings)
          BEGIN SELECT RAISE(ABORT, 'decisions are only removed by pruning'); END;
        CREATE TRIGGER states_kept BEFORE DELETE ON states WHEN OLD.block_id >= (SELECT coalesce(max(before_block), 0) FROM prunings)
          BEGIN SELECT RAISE(ABORT, 'states are only removed by pruning'); END;
        CREATE TRIGGER health_events_kept BEFORE DELETE ON health_events WHEN OLD.time / 600000 >= (SELECT coalesce(max(before_block), 0) FROM prunings)
          BEGIN SELECT RAISE(ABORT, 'health events are only removed by pruning'); END;
        CREATE TRIGGER overrides_kept BEFORE DELETE ON overrides BEGIN SELECT RAISE(ABORT, 'overrides are never removed'); END;
        """;

    const string Version2 = """
        CREATE TABLE audit (
          seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, who TEXT NOT NULL, origin TEXT NOT NULL, action TEXT NOT NULL,
          subject TEXT NOT NULL, detail TEXT NOT NULL, result TEXT NOT NULL);
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
        CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
        """;
}
