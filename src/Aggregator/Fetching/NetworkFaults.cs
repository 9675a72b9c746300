using System.Net.Sockets;
using System.Security.Authentication;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Says in words, and as a fate, what an exception of the network means.</summary>
internal static class NetworkFaults
{
    /// <summary>The exceptions that a request to a foreign server may end in; all others are faults of this program.</summary>
    public static bool IsExpected(Exception e) => e is HttpRequestException or IOException or SocketException or TimeoutException
        or AuthenticationException or OperationCanceledException or FetchFailedException or FormatException or ArgumentException;

    public static FetchFailedException Explain(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case FetchFailedException known:
                    return known;
                case RefusedAddressException refused:
                    return new(FetchFate.Refused, refused.Message, e);
                case TimeoutException timeout:
                    return new(FetchFate.Timeout, timeout.Message, e);
                case AuthenticationException tls:
                    return new(FetchFate.NetworkError, $"TLS: {tls.Message}", e);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new(FetchFate.NetworkError, "the host name does not resolve", e);
                case SocketException socket:
                    return new(FetchFate.NetworkError, $"connection: {socket.SocketErrorCode}", e);
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return new(FetchFate.NetworkError, "the answer ended early", e);
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                case HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return new(FetchFate.TooLarge, "headers larger than the limit", e);
                case HttpIOException protocol:
                    return new(FetchFate.NetworkError, $"no proper HTTP: {protocol.HttpRequestError}", e);
                default:
                    break;
            }
        }

        return new(FetchFate.NetworkError, e.Message, e);
    }
}
