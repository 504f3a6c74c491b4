using BitGrid.Simulation;

namespace BitGrid.Devices.Simulated;

/// <summary>A heating rod in a hot water buffer. Its own thermostat cuts at 62 °C and lets go at 58 °C, whatever it is told.</summary>
sealed class SimulatedHeater(double powerW)
{
    const double CutC = 62;
    const double LetGoC = 58;

    readonly HotWaterTank _tank = new(startC: 50);
    bool _on;
    bool _cut;

    public int PowerW => _on && !_cut ? (int)Math.Round(powerW) : 0;

    public void Switch(bool on) => _on = on;

    public void Step(DateTimeOffset utc, double hours)
    {
        _cut = _tank.TempC >= (_cut ? LetGoC : CutC);
        _tank.Step(PowerW * hours, _tank.LossWh(hours) + HotWaterTank.DrawWh(utc, hours));
    }

    public IEnumerable<HouseMessage> Messages() =>
    [
        HouseMessage.Of("heater/power_w", PowerW),
        HouseMessage.Of("heater/temp_c", _tank.TempC),
        HouseMessage.Of("heater/state", _on ? 1 : 0),
    ];
}
