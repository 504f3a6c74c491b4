namespace BitGrid.Host.Web.Api;

/// <summary>A request that cannot be granted; the caller is told why.</summary>
/// <param name="status">Status of HTTP.</param>
/// <param name="why">What is wrong, what is allowed, and how to mend it.</param>
internal sealed class ApiException(int status, string why) : Exception(why)
{
    public int Status => status;
}
