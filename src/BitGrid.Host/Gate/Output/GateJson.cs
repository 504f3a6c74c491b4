using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitGrid.Host.Gate.Output;

/// <summary>The judgement for programs. Keys are added and never renamed.</summary>
internal static class GateJson
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The judgement as indented JSON.</summary>
    public static string Text(GateResult result) => new JsonObject
    {
        ["passes"] = result.Passes,
        ["candidate"] = Side(result.Version, result.ConfigHash),
        ["baseline"] = Side(result.BaselineVersion, result.BaselineConfigHash),
        ["from"] = result.Period is { } from ? Date(from.First) : null,
        ["to"] = result.Period is { } to ? Date(to.Last) : null,
        ["findings"] = new JsonArray([.. result.Findings.Select(Finding)]),
        ["settings"] = new JsonArray([.. result.Settings.Select(Setting)]),
        ["changes"] = new JsonArray([.. result.Changes.Episodes.Select(Change)]),
        ["acceptances"] = new JsonArray([.. result.Acceptances.Select(Accepted)]),
        ["notes"] = new JsonArray([.. result.Notes.Select(note => (JsonNode)note)]),
    }.ToJsonString(Options);

    static JsonObject Side(string version, string configHash) => new() { ["version"] = version, ["config_hash"] = configHash };

    static JsonObject Finding(GateFinding finding) => new()
    {
        ["id"] = finding.Id,
        ["verdict"] = GateWords.Word(finding.Verdict),
        ["title"] = finding.Title,
        ["message"] = finding.Message,
        ["before"] = finding.Before,
        ["after"] = finding.After,
        ["allowed"] = finding.Allowed,
        ["days"] = new JsonArray([.. finding.Days.Select(day => new JsonObject { ["date"] = Date(day.Date), ["before"] = day.Before, ["after"] = day.After })]),
        ["settings"] = new JsonArray([.. finding.Settings.Select(setting => (JsonNode)setting.Key)]),
    };

    static JsonObject Setting(SettingChange setting) => new()
    {
        ["key"] = setting.Key,
        ["before"] = setting.Before,
        ["after"] = setting.After,
        ["source"] = setting.Source,
    };

    static JsonObject Change(Episode episode) => new()
    {
        ["window_start"] = episode.Before.Block.WindowStart.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["load_id"] = episode.Before.LoadId,
        ["blocks"] = episode.Blocks,
        ["area"] = episode.Area,
        ["reason_before"] = episode.Before.ReasonCode,
        ["reason_after"] = episode.After.ReasonCode,
        ["before"] = episode.Before.Sentence,
        ["after"] = episode.After.Sentence,
    };

    static JsonObject Accepted(Acceptance acceptance) => new()
    {
        ["time"] = acceptance.Time.ToString("O", CultureInfo.InvariantCulture),
        ["by"] = acceptance.By,
        ["id"] = acceptance.Id,
        ["because"] = acceptance.Because,
    };

    static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
