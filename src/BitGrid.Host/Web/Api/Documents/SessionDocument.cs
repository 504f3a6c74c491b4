namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Who is asking, and what that allows.</summary>
/// <param name="Who">owner, token:…, local or stranger.</param>
/// <param name="MayRead">True when everything can be read.</param>
/// <param name="MayControl">True when overrides and the like are taken.</param>
/// <param name="PasswordIsSet">False while nobody has set a password.</param>
internal sealed record SessionDocument(string Who, bool MayRead, bool MayControl, bool PasswordIsSet);
