namespace BitGrid.Host.Mqtt;

/// <summary>Turns a number of one unit into another: <c>(number − Zero) × Times ÷ Per</c>.</summary>
/// <param name="Zero">Where the new unit begins.</param>
/// <param name="Times">Factor.</param>
/// <param name="Per">Divisor; apart from the factor, so that both are exact.</param>
internal readonly record struct UnitScale(decimal Zero, decimal Times, decimal Per)
{
    // Decimal, because a price of 0.2313 EUR is 23.13 ct and not 23.130000000000003; beyond that range nothing is a reading.
    const double LargestDecimal = 1e20;

    public static UnitScale Same { get; } = new(0, 1, 1);

    public static UnitScale Factor(decimal times) => new(0, times, 1);

    public double Convert(double number) =>
        this == Same || Math.Abs(number) > LargestDecimal ? number : (double)(((decimal)number - Zero) * Times / Per);
}
