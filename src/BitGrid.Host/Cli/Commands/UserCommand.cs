using System.CommandLine;
using System.Globalization;
using BitGrid.Host.Web.Security.Accounts;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid user</c>: who may write, and who may read from other machines.</summary>
internal static class UserCommand
{
    const int MostDays = 3650;

    public static Command Create(Terminal terminal) => new("user", "Set the owner's password, and manage the tokens of programs.")
    {
        SetPassword(terminal),
        new Command("token", "Create, list or revoke the tokens of programs.")
        {
            CreateToken(terminal),
            ListTokens(terminal),
            RevokeToken(terminal),
        },
    };

    static Command SetPassword(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        Option<string?> from = new("--from-file") { Description = "Take the password from the first line of a file; - takes it from the standard input. Default: ask for it.", HelpName = "FILE|-" };
        Command command = new("set-password", "Set the owner's password. Whoever is signed in has to sign in again.") { data, from };
        command.SetAction(result => Guarded(terminal, () =>
        {
            if (Passwords.Read(terminal, result.GetValue(from)) is not { } password)
                return ExitCode.BadInput;
            if (AccountFile.Objection(password) is { } objection)
                return Refuse(terminal, objection);
            AccountFile accounts = new(result.GetRequiredValue(data));
            accounts.SetPassword(password);
            terminal.Line($"The password is set ({accounts.Path}). A running BitGrid takes it up at once; web.lan and a certificate take a restart.");
            return ExitCode.Fine;
        }));
        return command;
    }

    static Command CreateToken(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        Option<string> name = new("--name") { Description = "What the token is for.", HelpName = "TEXT", Required = true };
        Option<string> scope = new("--scope") { Description = "What it may do: read, or control, which includes reading.", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "control");
        Option<int?> days = new("--days") { Description = "Days after which it no longer counts. Default: it counts until it is revoked.", HelpName = "N" };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is not (>= 1 and <= MostDays))
                result.AddError($"--days {result.Tokens[0].Value}: allowed are 1 to {MostDays}.");
        });
        Command command = new("create", "Create a token and print it: it is never shown again.") { data, name, scope, days };
        command.SetAction(result => Guarded(terminal, () =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            Right right = Enum.Parse<Right>(result.GetRequiredValue(scope), ignoreCase: true);
            (ApiToken token, string text) = ApiToken.Make(result.GetRequiredValue(name), right, now, result.GetValue(days) is { } count ? now.AddDays(count) : null);
            new AccountFile(result.GetRequiredValue(data)).Add(token);
            terminal.Line(text);
            return ExitCode.Fine;
        }));
        return command;
    }

    static Command ListTokens(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        Command command = new("list", "List the tokens without their secrets.") { data };
        command.SetAction(result => Guarded(terminal, () =>
        {
            Table table = new() { Border = TableBorder.Rounded };
            table.AddColumns("id", "name", "scope", "created", "expires");
            foreach (ApiToken token in new AccountFile(result.GetRequiredValue(data)).Read().Tokens)
                table.AddRow(token.Id, Markup.Escape(token.Name), RightWords.Of(token.Right), Day(token.Created), token.Expires is { } end ? Day(end) : "never");
            terminal.Out.Write(table);
            return ExitCode.Fine;
        }));
        return command;
    }

    static Command RevokeToken(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        Argument<string> id = new("id") { Description = "Its id, as in the list.", HelpName = "ID" };
        Command command = new("revoke", "Revoke a token: it stops to count at once.") { data, id };
        command.SetAction(result => Guarded(terminal, () => new AccountFile(result.GetRequiredValue(data)).Revoke(result.GetRequiredValue(id))
            ? ExitCode.Fine
            : Refuse(terminal, $"There is no token {result.GetRequiredValue(id)}. See: bitgrid user token list")));
        return command;
    }

    static int Guarded(Terminal terminal, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (IOException failure)
        {
            return Refuse(terminal, failure.Message);
        }
    }

    static int Refuse(Terminal terminal, string why)
    {
        terminal.Error.WriteLine($"error: {why}");
        return ExitCode.BadInput;
    }

    static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
