using System.Text.Json;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace BitGrid.Host.Web.Api;

/// <summary>The house now, as it is sent: written once for all who ask within the same quarter of a second.</summary>
internal sealed class StateAnswer(HouseView view, IOptions<JsonOptions> json)
{
    Written? _written;

    public IResult Now()
    {
        HouseNow now = view.Now();
        Written? written = Volatile.Read(ref _written);
        if (written is null || !ReferenceEquals(written.Now, now))
        {
            written = new(now, JsonSerializer.SerializeToUtf8Bytes(HouseDocument.Of(view, now), json.Value.SerializerOptions));
            Volatile.Write(ref _written, written);
        }

        return Results.Bytes(written.Body, "application/json; charset=utf-8");
    }

    sealed record Written(HouseNow Now, byte[] Body);
}
