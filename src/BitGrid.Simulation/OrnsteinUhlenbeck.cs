namespace BitGrid.Simulation;

/// <summary>
/// A value that wanders around a mean and is pulled back to it (Uhlenbeck and Ornstein, 1930), in exact discrete steps:
/// <c>x ← m + a·(x − m) + σ·√(1 − a²)·n</c> with <c>a = exp(−Δt/τ)</c> and a normal <c>n</c>.
/// </summary>
/// <param name="chance">Where <c>n</c> comes from.</param>
/// <param name="memory">τ in steps: after so many steps the past counts for 37 %.</param>
public sealed class OrnsteinUhlenbeck(Chance chance, double memory)
{
    readonly double _keep = Math.Exp(-1 / memory);
    double? _value;

    /// <summary>Goes one step on. The first step starts at the mean.</summary>
    /// <param name="mean">The value it is pulled to.</param>
    /// <param name="deviation">Standard deviation σ around the mean in the long run.</param>
    public double Step(double mean, double deviation)
    {
        double past = _value ?? mean;
        double next = mean + (_keep * (past - mean)) + (deviation * Math.Sqrt(1 - (_keep * _keep)) * chance.Normal());
        _value = next;
        return next;
    }
}
