using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.Security;

/// <summary>How often the same may be asked for.</summary>
internal static class Limits
{
    /// <summary>For signing in: checking a password is slow on purpose, and guessing must be slower.</summary>
    public const string Login = "login";

    /// <summary>For what changes something.</summary>
    public const string Control = "control";

    /// <summary>For what reads much from the disk.</summary>
    public const string Disk = "disk";

    /// <summary>For files that are written out as long as the reader takes.</summary>
    public const string Export = "export";

    const int LoginsOfOne = 5;
    const int LoginsOfAll = 20;
    const int Controls = 30;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        // Whoever tries from many addresses meets the limit of all.
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(context =>
            context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Login
                ? RateLimitPartition.GetFixedWindowLimiter(true, _ => Options(LoginsOfAll))
                : RateLimitPartition.GetNoLimiter(false));
        options.AddPolicy(Login, context => RateLimitPartition.GetFixedWindowLimiter(context.Origin(), _ => Options(LoginsOfOne)));
        options.AddPolicy(Control, context => RateLimitPartition.GetFixedWindowLimiter(context.Who() + context.Origin(), _ => Options(Controls)));
        options.AddPolicy(Disk, _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = 2, QueueLimit = 50, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        options.AddPolicy(Export, _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = 1 }));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : TimeSpan.FromSeconds(10);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    static FixedWindowRateLimiterOptions Options(int permits) => new() { PermitLimit = permits, Window = Minute };
}
