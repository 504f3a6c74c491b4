using BitGrid.Rules.R3Safety;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Rules;

public sealed class R3SafetyTests
{
    static readonly LoadProfile TellsWhileRunning = Some.Load(temperature: TemperatureSensing.WhileRunning);

    [Fact]
    public void Stops_at_the_limit_and_stays_off_until_well_below() =>
        Table()
            .When("cool", readings: Some.Readings(tempC: 60), status: Some.Running()).Abstains("R3_FINE")
            .When("at the limit", readings: Some.Readings(tempC: 85), status: Some.Running()).Stops("R3_OVER_TEMPERATURE").Because("temp_c 85 >= 85")
            .When("just below the limit, off", readings: Some.Readings(tempC: 84.9)).Holds("R3_COOLING_DOWN")
            .When("running against the rule", readings: Some.Readings(tempC: 80), status: Some.Running()).Stops("R3_COOLING_DOWN")
            .When("just above the resume limit", readings: Some.Readings(tempC: 75.1)).Holds("R3_COOLING_DOWN")
            .When("at the resume limit", readings: Some.Readings(tempC: 75)).Abstains("R3_FINE")
            .When("in the band on the way up", readings: Some.Readings(tempC: 80), status: Some.Running()).Abstains("R3_FINE")
            .When("above the limit, off", readings: Some.Readings(tempC: 85.1)).Holds("R3_OVER_TEMPERATURE")
            .Verify();

    [Fact]
    public void Without_memory_the_band_counts_as_hot() =>
        Table()
            .When("the first block ever", readings: Some.Readings(tempC: 75.1)).Holds("R3_COOLING_DOWN")
            .When("still in the band, running", readings: Some.Readings(tempC: 80), status: Some.Running()).Stops("R3_COOLING_DOWN")
            .When("cool", readings: Some.Readings(tempC: 75)).Abstains("R3_FINE")
            .Verify();

    [Fact]
    public void Lowers_the_level_within_the_margin() =>
        Table()
            .When("just below the margin", readings: Some.Readings(tempC: 60), status: Some.Running(3)).Abstains("R3_FINE")
            .When("just below the margin", readings: Some.Readings(tempC: 82.9), status: Some.Running(3)).Abstains("R3_FINE")
            .When("at the margin", readings: Some.Readings(tempC: 83), status: Some.Running(3)).Throttles("R3_THROTTLE", 2)
            .When("a level lower", readings: Some.Readings(tempC: 84.9), status: Some.Running(2)).Throttles("R3_THROTTLE", 1)
            .When("at the lowest level", readings: Some.Readings(tempC: 84.9), status: Some.Running(1)).Throttles("R3_THROTTLE", 1)
            .When("off in the margin: not hot before", readings: Some.Readings(tempC: 84.9)).Abstains("R3_FINE")
            .Verify();

    [Fact]
    public void Stops_a_running_load_that_fell_silent() =>
        Table()
            .When("just in time", readings: Some.Readings(heartbeatAgeS: 59.9), status: Some.Running()).Abstains("R3_FINE")
            .When("at the limit", readings: Some.Readings(heartbeatAgeS: 60), status: Some.Running()).Abstains("R3_FINE")
            .When("too late", readings: Some.Readings(heartbeatAgeS: 60.1), status: Some.Running()).Stops("R3_SILENT")
            .When("no sign at all", readings: Some.Readings(heartbeatAgeS: null), status: Some.Running()).Stops("R3_SILENT")
            .When("off: no work to prove", readings: Some.Readings(heartbeatAgeS: null)).Abstains("R3_FINE")
            .When("silent and near the limit", readings: Some.Readings(tempC: 84, heartbeatAgeS: 100), status: Some.Running(3)).Stops("R3_SILENT")
            .When("silent and hot: the heat is named", readings: Some.Readings(tempC: 90, heartbeatAgeS: 100), status: Some.Running()).Stops("R3_OVER_TEMPERATURE")
            .Verify();

    [Fact]
    public void A_temperature_that_should_be_there_and_is_not_stops_and_starts_nothing() =>
        Table()
            .When("running", readings: Some.Readings(tempC: null), status: Some.Running()).Stops("R3_TEMPERATURE_UNKNOWN")
            .When("off", readings: Some.Readings(tempC: null)).Holds("R3_TEMPERATURE_UNKNOWN")
            .Verify();

    [Fact]
    public void Heat_is_remembered_through_a_missing_temperature() =>
        Table()
            .When("hot", readings: Some.Readings(tempC: 86), status: Some.Running()).Stops("R3_OVER_TEMPERATURE")
            .When("unknown", readings: Some.Readings(tempC: null)).Holds("R3_TEMPERATURE_UNKNOWN")
            .When("in the band", readings: Some.Readings(tempC: 80)).Holds("R3_COOLING_DOWN")
            .Verify();

    [Fact]
    public void No_setting_lifts_the_hard_limits() =>
        Table(new R3Options { TStopC = 200, TResumeC = 90, CommTimeoutS = 9999, ThrottleMarginC = 2 })
            .When("cool", readings: Some.Readings(tempC: 60), status: Some.Running()).Abstains("R3_FINE")
            .When("just below the hard limit", readings: Some.Readings(tempC: 94.9), status: Some.Running(2)).Throttles("R3_THROTTLE", 1)
            .When("at the hard limit", readings: Some.Readings(tempC: 95), status: Some.Running()).Stops("R3_OVER_TEMPERATURE").Because("temp_c 95 >= 95")
            .When("cool", readings: Some.Readings(tempC: 60)).Abstains("R3_FINE")
            .When("silence at the hard limit", readings: Some.Readings(heartbeatAgeS: 300), status: Some.Running()).Abstains("R3_FINE")
            .When("silence above it", readings: Some.Readings(heartbeatAgeS: 300.1), status: Some.Running()).Stops("R3_SILENT")
            .Verify();

    [Fact]
    public void A_load_that_is_silent_while_off_cools_down_by_blocks() =>
        RuleScenario.For(new R3SafetyRule(new R3Options { CooldownBlocks = 3 }), load: TellsWhileRunning)
            .When("hot", readings: Some.Readings(tempC: 86), status: Some.Running()).Stops("R3_OVER_TEMPERATURE")
            .When("one block later", readings: LoadReadings.None).Holds("R3_COOLING_DOWN").Because("blocks_since_overheat 1 >= 3")
            .When("two blocks later", readings: LoadReadings.None).Holds("R3_COOLING_DOWN")
            .When("three blocks later", readings: LoadReadings.None).Abstains("R3_FINE")
            .Verify();

    [Fact]
    public void After_the_cooldown_its_usual_running_temperature_is_no_overheating() =>
        RuleScenario.For(new R3SafetyRule(new R3Options { CooldownBlocks = 1 }), load: TellsWhileRunning)
            .When("hot", readings: Some.Readings(tempC: 86), status: Some.Running()).Stops("R3_OVER_TEMPERATURE")
            .When("cooled down", readings: LoadReadings.None).Abstains("R3_FINE")
            .When("running between resume and stop", readings: Some.Readings(tempC: 80), status: Some.Running()).Abstains("R3_FINE")
            .Verify();

    [Fact]
    public void A_load_that_is_silent_while_off_may_run_warm_from_its_first_start_on() =>
        RuleScenario.For(new R3SafetyRule(new R3Options()), load: TellsWhileRunning)
            .When("the first block ever, off", readings: LoadReadings.None).Abstains("R3_FINE")
            .When("running between resume and stop", readings: Some.Readings(tempC: 80), status: Some.Running()).Abstains("R3_FINE")
            .Verify();

    [Fact]
    public void A_load_that_must_tell_its_temperature_while_running_is_stopped_without_it() =>
        RuleScenario.For(new R3SafetyRule(new R3Options()), load: TellsWhileRunning)
            .When("running and silent", readings: Some.Readings(tempC: null), status: Some.Running()).Stops("R3_TEMPERATURE_UNKNOWN")
            .Verify();

    [Fact]
    public void A_load_without_a_thermometer_is_watched_by_its_heartbeat() =>
        RuleScenario.For(new R3SafetyRule(new R3Options()), load: Some.Load(temperature: TemperatureSensing.None))
            .When("working", readings: Some.Readings(tempC: null), status: Some.Running()).Abstains("R3_FINE")
            .When("silent", readings: Some.Readings(tempC: null, heartbeatAgeS: 61), status: Some.Running()).Stops("R3_SILENT")
            .Verify();

    [Fact]
    public void A_load_without_a_heartbeat_is_watched_by_its_thermometer() =>
        RuleScenario.For(new R3SafetyRule(new R3Options()), load: Some.Load(heartbeat: false))
            .When("cool", readings: Some.Readings(heartbeatAgeS: null), status: Some.Running()).Abstains("R3_FINE")
            .When("hot", readings: Some.Readings(tempC: 85, heartbeatAgeS: null), status: Some.Running()).Stops("R3_OVER_TEMPERATURE")
            .Verify();

    [Fact]
    public void A_load_without_sensors_gives_it_nothing_to_watch() =>
        RuleScenario.For(new R3SafetyRule(new R3Options()), load: Some.Load(temperature: TemperatureSensing.None, heartbeat: false))
            .When("running", readings: LoadReadings.None, status: Some.Running()).Abstains("R3_NOTHING_TO_WATCH")
            .Verify();

    static RuleScenario Table(R3Options? options = null) => RuleScenario.For(new R3SafetyRule(options ?? new()));
}
