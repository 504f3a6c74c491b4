using BitGrid.Host.Reports.Charts;

namespace BitGrid.Host.Tests.Reports;

public sealed class NumberAxisTests
{
    [Theory]
    [InlineData(new[] { 0.0, 10 }, "0 2 4 6 8 10")]
    [InlineData(new[] { 0.0, 1 }, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(new[] { -3.0, 7 }, "−4 −2 0 2 4 6 8")]
    [InlineData(new[] { 0.0, 12_345 }, "0 5\u202F000 10\u202F000 15\u202F000")]
    [InlineData(new[] { 340.1, 340.4 }, "340.1 340.2 340.3 340.4")]
    [InlineData(new[] { 0.0, 0.0007 }, "0.0000 0.0002 0.0004 0.0006 0.0008")]
    [InlineData(new[] { 5.0 }, "0 1 2 3 4 5")]
    [InlineData(new double[0], "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(new[] { double.NaN, double.PositiveInfinity, 0, 4 }, "0 1 2 3 4")]
    public void Marks_are_round_and_hold_all_values(double[] values, string marks)
    {
        NumberAxis axis = new("W", values);

        Assert.Equal(marks, string.Join(' ', axis.Ticks.Select(tick => tick.Label)));
        Assert.All(values.Where(double.IsFinite), value => Assert.InRange(axis.At(value), -1e-9, 1 + 1e-9));
    }
}
