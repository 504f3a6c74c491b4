using BitGrid.Boot;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests;

public sealed class BootStateTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly BootState Healthy = new() { Active = "1.0.0", IsProven = true };

    [Fact]
    public void A_new_version_is_on_trial_and_the_healthy_one_is_kept()
    {
        BootState state = Healthy.Adopt("1.1.0");
        Assert.Equal(new BootState { Active = "1.1.0", Previous = "1.0.0" }, state);
        Assert.True(state.IsOnTrial);
    }

    [Fact]
    public void The_very_first_version_has_nothing_to_go_back_to_and_is_not_on_trial() => Assert.False(new BootState().Adopt("1.0.0").IsOnTrial);

    [Fact]
    public void A_version_that_was_never_healthy_is_nothing_to_go_back_to() =>
        Assert.Equal("1.0.0", Healthy.Adopt("1.1.0").Adopt("1.2.0").Previous);

    [Fact]
    public void After_a_fall_the_previous_version_runs_and_the_failed_one_is_told_until_a_newer_one_works()
    {
        BootState fallen = Healthy.Adopt("1.1.0").FallBack(Now, "was not healthy");
        Assert.Equal(("1.0.0", true, "1.1.0"), (fallen.Active, fallen.IsProven, fallen.Failed?.Version));
        Assert.Equal("1.1.0", fallen.Adopt("1.2.0").Failed?.Version);
        Assert.Null(fallen.Adopt("1.2.0").Prove().Failed);
    }

    [Fact]
    public void A_failed_version_that_is_asked_for_again_gets_its_tries_anew()
    {
        BootState again = (Healthy.Adopt("1.1.0") with { Tries = 3 }).FallBack(Now, "was not healthy").Adopt("1.1.0");
        Assert.Equal(new BootState { Active = "1.1.0", Previous = "1.0.0" }, again);
    }

    [Fact]
    public void A_person_can_go_back_and_forth()
    {
        BootState back = Healthy.Adopt("1.1.0").Prove().Adopt("1.0.0");
        Assert.Equal(new BootState { Active = "1.0.0", IsProven = true, Previous = "1.1.0" }, back);
        Assert.Equal("1.1.0", back.Adopt("1.1.0").Active);
    }

    [Fact]
    public void The_state_is_text_that_people_can_read() =>
        Snapshot.Match(BootStateText.Write(new() { Active = "1.0.0", IsProven = true, Installed = "1.1.0", Failed = new("1.1.0", Now, "was not healthy in 3 tries;\nin the last it ended with exit code 134") }));

    [Fact]
    public void What_is_written_is_read()
    {
        BootState state = new() { Active = "1.1.0", Tries = 2, Previous = "1.0.0", Installed = "1.1.0", Failed = new("1.0.9", Now, "ended with exit code 1") };
        Assert.Equal(state, BootStateText.Read(BootStateText.Write(state)));
        Assert.Equal(new BootState(), BootStateText.Read(BootStateText.Write(new())));
    }

    [Fact]
    public void Words_of_a_later_launcher_are_passed_over() =>
        Assert.Equal(Healthy, BootStateText.Read(BootStateText.Write(Healthy) + "mood good\n\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("active 1.0.0\ntries many")]
    public void What_is_no_state_is_not_taken_for_one(string text) => Assert.Null(BootStateText.Read(text));
}
