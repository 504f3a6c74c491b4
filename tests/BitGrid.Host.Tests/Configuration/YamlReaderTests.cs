using System.Text;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Yaml;
using CsCheck;

namespace BitGrid.Host.Tests.Configuration;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("~", null)]
    [InlineData("null", null)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("yes", "yes")]
    [InlineData("18", 18L)]
    [InlineData("-007", -7L)]
    [InlineData("0x1F", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("1.50", 1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000L)]
    [InlineData("-2.0", -2L)]
    [InlineData("999999999999999", 999999999999999L)]
    [InlineData("1000000000000000", 1e15)]
    [InlineData("99999999999999999999", 1e20)]
    [InlineData("1_000", "1_000")]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("12:30", "12:30")]
    [InlineData("'18'", "18")]
    [InlineData("\"true\"", "true")]
    [InlineData("'1,5'", "1,5")]
    [InlineData("'.nan'", ".nan")]
    public void A_scalar_means_what_the_core_schema_of_yaml_1_2_says(string written, object? meant)
    {
        ConfigDocument document = Read("key: " + written);
        Assert.Empty(document.Faults);
        Assert.Equal(meant, ((ConfigScalar)document.Map!.Find("key")!.Value).Value);
    }

    [Theory]
    [InlineData("a: *x", "f.yaml:1:4: a = \"*x\": refers to another place (an alias). Write the value out.")]
    [InlineData("a: &x 1", "f.yaml:1:4: a = \"&x\": is marked with an anchor. Remove the anchor.")]
    [InlineData("a: !!str 1", "f.yaml:1:4: a = \"tag:yaml.org,2002:str\": has a YAML tag. Remove the tag.")]
    [InlineData("a:\n  <<: {b: 1}", "f.yaml:2:3: a = \"<<\": is a merge key. Write the merged keys out.")]
    [InlineData("a:\n  b: 1\n  c: 2\n  b: 3", "f.yaml:4:3: a.b: stands there twice (first in line 2). Remove one of the two.")]
    [InlineData("a: [1, .nan]", "f.yaml:1:8: a[1] = \".nan\": is not a finite number. Write a plain number, or leave the key out for its default.")]
    [InlineData("a: -.INF", "f.yaml:1:4: a = \"-.INF\": is not a finite number. Write a plain number, or leave the key out for its default.")]
    [InlineData("a: 1e999", "f.yaml:1:4: a = \"1e999\": is not a finite number. Write a plain number, or leave the key out for its default.")]
    [InlineData("a: 0xFFFFFFFFFFFFFFFFFF", "f.yaml:1:4: a = \"0xFFFFFFFFFFFFFFFFFF\": is not a finite number. Write a plain number, or leave the key out for its default.")]
    [InlineData("a: 1,5", "f.yaml:1:4: a = \"1,5\": is a number with a decimal comma. Write 1.5 with a decimal point (or put it in quotes if text is meant).")]
    [InlineData("? [a]\n: 1", "f.yaml:1:3: a list or section stands where a key is expected. Write the key as a plain word.")]
    [InlineData("a: 1\n---\nb: 2", "f.yaml:2:1: a second document begins. Allowed: one document per file. Remove the line '---' and join both parts, or delete one of them.")]
    [InlineData("a:\n\tb: 1", "f.yaml:2:1: a tab stands where YAML wants spaces. Indent this line with spaces.")]
    public void What_a_configuration_does_not_need_is_refused_with_its_place(string yaml, string message) =>
        Assert.Equal(message, Assert.Single(Read(yaml).Faults).ToString());

    [Theory]
    [InlineData("a: [1, 2", 1)]
    [InlineData("a: \"x\nb: 1", 1)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: 1\n}", 2)]
    [InlineData("a: b: c", 1)]
    public void A_syntax_error_tells_its_line(string yaml, int line)
    {
        ConfigDocument document = Read(yaml);
        ConfigFault fault = Assert.Single(document.Faults);
        Assert.StartsWith("is not valid YAML: ", fault.Problem, StringComparison.Ordinal);
        Assert.InRange(fault.At.Line, line, line + 1);
        Assert.Null(document.Root);
    }

    [Fact]
    public void Ten_levels_of_aliases_cost_nothing_but_ten_messages()
    {
        string bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 10).Select(level => $"a{level}: [*a{level - 1}, *a{level - 1}]\n"));
        ConfigDocument document = Read(bomb);
        Assert.Equal(21, document.Faults.Length);
        Assert.Equal(20, document.Faults.Count(fault => fault.Problem.Contains("alias", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(YamlReader.MaxDepth, 0)]
    [InlineData(YamlReader.MaxDepth + 1, 1)]
    [InlineData(40, 1)]
    [InlineData(100_000, 1)]
    public void Nesting_is_limited(int depth, int faults)
    {
        ConfigDocument document = Read(new string('[', depth) + new string(']', depth));
        Assert.Equal(faults, document.Faults.Length);
        Assert.All(document.Faults, fault => Assert.Equal("is nested too deeply", fault.Problem));
    }

    [Theory]
    [InlineData(YamlReader.MaxNodes - 1, 0)]
    [InlineData(YamlReader.MaxNodes, 1)]
    public void The_number_of_values_is_limited(int items, int faults) =>
        Assert.Equal(faults, Read("[" + string.Concat(Enumerable.Repeat("1,", items)) + "]").Faults.Length);

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void A_file_without_content_is_an_empty_section(string yaml) => Assert.Empty(Read(yaml).Map!.Entries);

    [Fact]
    public void Byte_order_mark_and_crlf_are_accepted_and_positions_stay_true()
    {
        ConfigDocument document = YamlReader.Read("f.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1\r\nb: 2\r\n"u8]);
        Assert.Empty(document.Faults);
        Assert.Equal(new Position(2, 1), document.Map!.Find("b")!.At);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_have_a_place()
    {
        ConfigDocument document = YamlReader.Read("f.yaml", [.. "a: 1\nü: "u8, 0xFC, .. "x"u8]);
        Assert.Equal("f.yaml:2:4: is not UTF-8 text. Save the file as UTF-8.", Assert.Single(document.Faults).ToString());
    }

    [Fact]
    public void Utf16_is_not_utf8() =>
        Assert.Equal("f.yaml:1:1: is not UTF-8 text. Save the file as UTF-8.", Assert.Single(YamlReader.Read("f.yaml", Encoding.Unicode.GetPreamble()).Faults).ToString());

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.Char["ab:-?[]{},&*!|>'\"%@`#~ \t\n\r\u0085\u2028\0\uFEFF\u00e4.0"].Array[0, 40].Sample(
            characters => Read(new string(characters)) is not null,
            iter: 20_000);

    static ConfigDocument Read(string yaml) => YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(yaml));
}
