using System.Net;
using System.Text;
using System.Text.Json;

namespace BitGrid.Devices.Shelly;

/// <summary>Speaks HTTP RPC with one device: one request at a time, as its small processor likes it.</summary>
sealed class ShellyClient(ShellyRelayOptions options, ISecrets secrets, TimeProvider time) : IDisposable
{
    const string User = "admin"; // fixed by the maker

    readonly SemaphoreSlim _oneAtATime = new(1);
    readonly Uri _address = new($"http://{options.Host}/");
    HttpClient? _http;

    /// <summary>Calls a method of the device.</summary>
    /// <param name="method">For example <c>Switch.Set</c>.</param>
    /// <param name="parameters">JSON object.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">No answer, or one that says no. The message says how to repair it.</exception>
    public Task<JsonElement> CallAsync(string method, string parameters, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "rpc/" + method, parameters, cancellation);

    /// <summary>Asks who it is; needs no password.</summary>
    /// <exception cref="IOException">No answer, or one that says no.</exception>
    public Task<JsonElement> DescribeAsync(CancellationToken cancellation) => SendAsync(HttpMethod.Get, "shelly", json: null, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _http?.Dispose();
        _oneAtATime.Dispose();
    }

    async Task<JsonElement> SendAsync(HttpMethod verb, string path, string? json, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(options.TimeoutS), time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await ExchangeAsync(verb, path, json, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Fault($"does not answer {path} within {options.TimeoutS} s. Is it on, and in reach of the network?");
        }
        catch (HttpRequestException fault)
        {
            throw Fault($"cannot be reached: {fault.Message}", fault);
        }
        catch (JsonException fault)
        {
            throw Fault($"answers {path} with something that is no JSON. Is that address a Shelly?", fault);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    async Task<JsonElement> ExchangeAsync(HttpMethod verb, string path, string? json, CancellationToken cancellation)
    {
        _http ??= Connect();
        using HttpRequestMessage request = new(verb, new Uri(_address, path));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
        string answer = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw Refused();
        if (!response.IsSuccessStatusCode)
            throw Fault($"answers {path} with {(int)response.StatusCode}: {Shortened(answer)}");
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    // Digest only: a device that asked for Basic would get the password in the clear.
    HttpClient Connect()
    {
        SocketsHttpHandler handler = new() { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1 };
        if (options.PasswordFile is { } file)
            handler.Credentials = new CredentialCache { { _address, "Digest", new NetworkCredential(User, secrets.Read(file)) } };
        return new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 64 * 1024 };
    }

    // The file is read again at the next call: somebody may be about to correct it.
    IOException Refused()
    {
        _http?.Dispose();
        _http = null;
        return Fault(options.PasswordFile is { } file
            ? $"refuses the password in {file}. Write the password of its user {User} into that file."
            : $"asks for a password. Write that of its user {User} into a file and name it in password_file.");
    }

    IOException Fault(string what, Exception? cause = null) => new($"Shelly {options.Host} {what}", cause);

    static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
