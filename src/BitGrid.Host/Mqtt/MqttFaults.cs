using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using BitGrid.Host.Configuration.Settings;
using MQTTnet;
using MQTTnet.Exceptions;

namespace BitGrid.Host.Mqtt;

/// <summary>Says why there is no connection, and what to do about it.</summary>
internal static class MqttFaults
{
    /// <param name="failure">What was thrown; <see langword="null"/> when the broker just closed the connection.</param>
    /// <param name="settings">The connection's settings.</param>
    /// <param name="isNew">True when the connection never stood.</param>
    public static string Explain(Exception? failure, MqttSettings settings, bool isNew)
    {
        // What stands outermost was thrown here, about a password or certificate, and says all.
        if (failure is IOException or UnauthorizedAccessException)
            return failure.Message;

        string broker = string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");
        return Causes(failure).Select(cause => Known(cause, broker, settings)).FirstOrDefault(known => known is not null)
            ?? (isNew ? Hangup(broker, settings) : $"The broker {broker} closed the connection. If that happens again and again: does another client use the name {settings.ClientId} (mqtt.client_id)?");
    }

    static string? Known(Exception cause, string broker, MqttSettings settings) => cause switch
    {
        MqttRefusedException { Code: MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized } =>
            settings.User is null
                ? $"The broker {broker} asks for a user. Set mqtt.user and mqtt.password_file."
                : $"The broker {broker} refuses the user {settings.User}: wrong name or password. Check mqtt.user and the content of mqtt.password_file.",
        MqttRefusedException { Code: MqttClientConnectResultCode.ClientIdentifierNotValid } =>
            $"The broker {broker} refuses the name {settings.ClientId}. Set mqtt.client_id to one it allows.",
        MqttRefusedException refused => $"The broker {broker} refuses the connection ({refused.Code}). Its log says more.",
        AuthenticationException encryption =>
            $"The encrypted connection to {broker} failed ({encryption.Message.TrimEnd('.')}). Check that the broker offers TLS on this port, that its certificate was issued for {settings.Host}, and that mqtt.ca_file holds the certificate it was signed with.",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"No broker answers at {broker}. Start it, or correct mqtt.host and mqtt.port.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => $"The name {settings.Host} is not known in this network. Correct mqtt.host, or write the address.",
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => null,
        SocketException socket => $"The broker {broker} cannot be reached ({socket.Message}). Check the network.",
        OperationCanceledException or TimeoutException or MqttCommunicationTimedOutException =>
            $"The broker {broker} does not answer in time. Check that it is one, and whether it wants TLS (mqtt.tls).",
        _ => null,
    };

    static string Hangup(string broker, MqttSettings settings) => settings.Tls
        ? $"The broker {broker} closed the connection while it was being made. Does it offer TLS on this port? If not, set mqtt.tls to false."
        : $"The broker {broker} closed the connection while it was being made. Does it want TLS on this port? Then set mqtt.tls to true.";

    static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
