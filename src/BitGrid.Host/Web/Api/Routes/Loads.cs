using BitGrid.Host.Configuration;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Http;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>Finds loads by the name a caller gives.</summary>
internal static class Loads
{
    /// <exception cref="ApiException">There is no such load.</exception>
    public static LoadNow Find(HouseNow now, string id) => now.Load(id)
        ?? throw new ApiException(StatusCodes.Status404NotFound, $"There is no load {Printable.Text(id)}. There are: {string.Join(", ", now.Loads.Select(load => load.Profile.Id))}.");
}
