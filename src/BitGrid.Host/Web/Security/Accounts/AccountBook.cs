using System.Collections.Immutable;

namespace BitGrid.Host.Web.Security.Accounts;

/// <summary>Who may do what: the owner by a password, programs by tokens.</summary>
/// <param name="PasswordHash">Hash of the owner's password; <see langword="null"/> while none is set.</param>
/// <param name="Stamp">Changes with the password: what was signed in before then no longer counts.</param>
/// <param name="Tokens">Tokens of programs.</param>
internal sealed record AccountBook(string? PasswordHash, string Stamp, ImmutableArray<ApiToken> Tokens)
{
    public static AccountBook Empty { get; } = new(PasswordHash: null, Stamp: "", []);
}
