using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BitGrid.Host.Web.Security;

/// <summary>Who may read and write, and how strangers are kept out.</summary>
internal static class SecurityParts
{
    /// <summary>Policy of routes that read.</summary>
    public const string Read = "read";

    /// <summary>Policy of routes that write.</summary>
    public const string Control = "control";

    public static void AddSecurity(this IServiceCollection services, AccountFile accounts, RunRequest request)
    {
        services.AddSingleton(accounts);
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<RightHandler>();
        services.AddSingleton<IAuthorizationHandler>(provider => provider.GetRequiredService<RightHandler>());
        services.AddDataProtection().SetApplicationName("bitgrid").PersistKeysToFileSystem(Keys(request.Data));
        services.AddAuthentication("any")
            .AddPolicyScheme("any", displayName: null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? TokenHandler.SchemeName : Sessions.Scheme)
            .AddCookie(Sessions.Scheme, Sessions.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Read, policy => policy.AddRequirements(new RightRequirement(Right.Read)))
            .AddPolicy(Control, policy => policy.AddRequirements(new RightRequirement(Right.Control)));
        services.AddLimits();
    }

    public static void UseSecurity(this WebApplication application, WebSettings settings)
    {
        application.UseKnownHosts(settings);
        application.UseWebSockets();
        application.UseSameOrigin();
        application.UseRouting();
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
    }

    // What sessions are signed with: a new folder is for its owner alone.
    static DirectoryInfo Keys(string dataFolder)
    {
        string path = Path.Combine(dataFolder, "web-keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
