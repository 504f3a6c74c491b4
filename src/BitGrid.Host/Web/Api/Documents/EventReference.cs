namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A problem there is now.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Subject">What it is about; empty or left out when it is BitGrid itself.</param>
internal sealed record EventReference(string Code, string Subject = "");
