using System.Text;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Tests.Scale;

/// <summary>One value changes, and all else stays as somebody wrote it.</summary>
public sealed class YamlEditTests
{
    [Theory]
    [InlineData("a value, with its comment", "rules:\n  R5: # calm\n    hold: 2 # blocks\n", "rules.R5.hold", "rules:\n  R5: # calm\n    hold: 9 # blocks\n")]
    [InlineData("a value in quotation marks", "rules:\n  R5:\n    hold: \"2\"\n", "rules.R5.hold", "rules:\n  R5:\n    hold: 9\n")]
    [InlineData("a value between braces", "rules: { R5: { hold: 2, pause: 1 } }\n", "rules.R5.hold", "rules: { R5: { hold: 9, pause: 1 } }\n")]
    [InlineData("a missing key", "rules:\n  R5:\n    pause: 1\n", "rules.R5.hold", "rules:\n  R5:\n    hold: 9\n    pause: 1\n")]
    [InlineData("a missing key between braces", "rules: { R5: { pause: 1 } }\n", "rules.R5.hold", "rules: { R5: { hold: 9, pause: 1 } }\n")]
    [InlineData("an empty section", "rules:\n  R5:\n  R1:\n", "rules.R5.hold", "rules:\n  R5: { hold: 9 }\n  R1:\n")]
    [InlineData("empty braces", "rules: { R5: {} }\n", "rules.R5.hold", "rules: { R5: { hold: 9 } }\n")]
    [InlineData("a missing section", "rules:\n  R1: {}\n", "rules.R5.hold", "rules:\n  R5: { hold: 9 }\n  R1: {}\n")]
    [InlineData("a key of the root", "# top\npolicy: x\n", "policy", "# top\npolicy: 9\n")]
    [InlineData("Windows line ends", "a: 1\r\nb: 2\r\n", "b", "a: 1\r\nb: 9\r\n")]
    [InlineData("letters beyond ASCII before it", "ä: { ü: ö }\nb: 2\n", "b", "ä: { ü: ö }\nb: 9\n")]
    public void Only_the_value_changes(string what, string before, string key, string after)
    {
        Assert.NotEmpty(what);
        Assert.Equal(after, Encoding.UTF8.GetString(YamlEdit.Set(Encoding.UTF8.GetBytes(before), key.Split('.'), "9")));
    }
}
