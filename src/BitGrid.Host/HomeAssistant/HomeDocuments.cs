using System.Text.Json;
using System.Text.Json.Nodes;
using BitGrid.Engine.Kpis;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.HomeAssistant;

/// <summary>What BitGrid publishes for Home Assistant, as JSON in the words of the domain.</summary>
internal static class HomeDocuments
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the next block will bring, and what would have to change for the opposite.</summary>
    public static byte[] Of(Outlook outlook, Speaker speaker) => Bytes(new()
    {
        ["block_id"] = outlook.Next.Block.Id,
        ["running"] = outlook.Next.NewState.Running,
        ["level"] = outlook.Next.NewState.Level,
        ["reason_code"] = outlook.Next.Reason.Code,
        ["next"] = JsonSerializer.SerializeToNode(speaker.Say(explainer => explainer.Sentence(outlook.Next)), Options),
        ["change"] = JsonSerializer.SerializeToNode(speaker.Say(explainer => explainer.Sentence(outlook.Change)), Options),
    });

    /// <summary>Key figures of the day, and how many problems there are.</summary>
    public static byte[] Of(KpiFigures today, int problems) => Bytes(new()
    {
        ["problems"] = problems,
        ["today"] = JsonSerializer.SerializeToNode(today, Options),
    });

    static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);
}
