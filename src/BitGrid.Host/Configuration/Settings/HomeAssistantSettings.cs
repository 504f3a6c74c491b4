using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>mqtt.home_assistant</c> of <c>config.yaml</c>.</summary>
internal sealed record HomeAssistantSettings
{
    [Description("True: BitGrid announces itself, and Home Assistant shows it as a device without further settings. Switches take mqtt.overrides as well.")]
    public bool Enabled { get; init; }

    [Description("Language of names and sentences.")]
    public Language Language { get; init; } = Language.De;

    [Description("What Home Assistant's topics of discovery begin with.")]
    [RegularExpression("^[^/#+ ][^#+ ]{0,98}$")]
    public string DiscoveryPrefix { get; init; } = "homeassistant";
}
