using BitGrid.Devices.Shelly;
using BitGrid.Testing;
using BitGrid.TestKit.Devices;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Devices.Tests.Shelly;

/// <summary>A relay that is away, broken or locked: every message names it and says what to do.</summary>
public sealed class ShellyFaultTests : IDisposable
{
    readonly FakeTimeProvider _clock = new(Some.Block.WindowStart);
    readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    readonly FakeShelly _shelly;

    public ShellyFaultTests() => _shelly = new(_clock);

    public void Dispose()
    {
        _stop.Cancel();
        _shelly.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_right_password_opens_it()
    {
        _shelly.Password = "hush";
        using ShellyRelay relay = Relay("shelly.secret", "hush");
        await relay.SwitchAsync(Some.Command(level: 1), _stop.Token);

        Assert.True(_shelly.Output);
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_its_file_but_not_shown()
    {
        _shelly.Password = "hush";
        using ShellyRelay relay = Relay("shelly.secret", "wrong");

        IOException fault = await Refusal(relay);
        Assert.Equal($"Shelly {_shelly.Host} refuses the password in shelly.secret. Write the password of its user admin into that file.", fault.Message);
        Assert.False(_shelly.Output);

        _shelly.Password = "wrong";
        await relay.SwitchAsync(Some.Command(level: 1), _stop.Token);
        Assert.True(_shelly.Output);
    }

    [Fact]
    public async Task A_password_that_nobody_has_given_is_asked_for()
    {
        _shelly.Password = "hush";
        using ShellyRelay relay = Relay();

        IOException fault = await Refusal(relay);
        Assert.Contains("asks for a password", fault.Message, StringComparison.Ordinal);
        Assert.Contains("password_file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_the_fault_that_is_told()
    {
        using ShellyRelay relay = Relay(passwordFile: "gone.secret");

        Assert.Contains("gone.secret", (await Refusal(relay)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ShellyMood.HangsUp, "cannot be reached")]
    [InlineData(ShellyMood.Fails, "answers shelly with 500")]
    [InlineData(ShellyMood.Babbles, "no JSON")]
    public async Task A_relay_that_misbehaves_is_named_and_obeys_again_when_it_is_well(ShellyMood mood, string message)
    {
        using ShellyRelay relay = Relay();
        _shelly.Mood = mood;
        IOException fault = await Refusal(relay);
        Assert.StartsWith($"Shelly {_shelly.Host} ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);

        _shelly.Mood = ShellyMood.Well;
        await relay.SwitchAsync(Some.Command(level: 1), _stop.Token);
        Assert.True(_shelly.Output);
    }

    [Fact]
    public async Task A_relay_that_hangs_is_given_up_after_the_timeout()
    {
        using ShellyRelay relay = Relay();
        _shelly.Mood = ShellyMood.Hangs;
        Task<IOException> refusal = Refusal(relay);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains("does not answer shelly within 5 s", (await refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_may_give_up_earlier()
    {
        using ShellyRelay relay = Relay();
        using CancellationTokenSource outdated = new();
        _shelly.Mood = ShellyMood.Hangs;
        Task switching = relay.SwitchAsync(Some.Command(level: 1), outdated.Token);
        await outdated.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => switching);
    }

    [Fact]
    public async Task A_relay_that_is_unplugged_cannot_be_reached_and_does_not_harm_the_constructor()
    {
        using ShellyRelay relay = Relay();
        _shelly.Dispose();

        Assert.Contains("cannot be reached", (await Refusal(relay)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => relay.RunAsync(_stop.Token));
    }

    Task<IOException> Refusal(ShellyRelay relay) => Assert.ThrowsAnyAsync<IOException>(() => relay.SwitchAsync(Some.Command(level: 1), _stop.Token));

    ShellyRelay Relay(string? passwordFile = null, string? password = null) => new(
        new() { Load = "miner", Host = _shelly.Host, PasswordFile = passwordFile },
        Some.Device(_clock, secrets: password is null ? new LocalSecrets() : new LocalSecrets((passwordFile!, password))));
}
