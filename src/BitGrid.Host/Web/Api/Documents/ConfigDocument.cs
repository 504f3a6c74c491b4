using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The configuration in force.</summary>
/// <param name="ConfigHash">What <c>sha256sum *.yaml | sha256sum</c> prints in its folder.</param>
/// <param name="Settings">Every setting, also defaults.</param>
internal sealed record ConfigDocument(string ConfigHash, ImmutableArray<SettingDocument> Settings);
