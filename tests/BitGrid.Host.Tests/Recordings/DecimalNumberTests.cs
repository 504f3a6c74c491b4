using System.Globalization;
using BitGrid.Host.Recordings.Fields;
using CsCheck;

namespace BitGrid.Host.Tests.Recordings;

public sealed class DecimalNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+1.5")]
    [InlineData("1e3")]
    [InlineData("0.1")]
    [InlineData("999999999999999")]
    [InlineData("9999999999999999")]
    [InlineData("0.000000000000001")]
    [InlineData("123456789.0123456")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    public void A_number_is_read_to_the_last_bit_as_the_library_reads_it(string text)
    {
        Assert.True(DecimalNumber.TryParse(text, out double number));
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("12 W")]
    [InlineData("٣")]
    public void What_is_no_number_is_refused(string text) => Assert.False(DecimalNumber.TryParse(text, out _));

    [Fact]
    public void Any_decimal_number_is_read_as_the_library_reads_it() =>
        Gen.Select(Gen.Long[-99_999_999_999_999, 99_999_999_999_999], Gen.Int[0, 14]).Sample((whole, decimals) =>
        {
            string text = (whole / (decimal)Math.Pow(10, decimals)).ToString(CultureInfo.InvariantCulture);
            return DecimalNumber.TryParse(text, out double number) && number == double.Parse(text, CultureInfo.InvariantCulture);
        });
}
