namespace BitGrid.Host.Web.Security.Accounts;

/// <summary>The words for rights, as in options, lists and answers.</summary>
internal static class RightWords
{
    public static string Of(Right right) => right == Right.Read ? "read" : "control";
}
