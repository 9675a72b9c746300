using System.Net;
using System.Net.Sockets;
using Aggregator.Configuration;
using Microsoft.AspNetCore.Connections;

namespace Aggregator.Hosting;

/// <summary>
/// Where the service listens. Nobody opens an archive to the world by an address alone: beyond this machine, readers need a key or it is said that
/// they need none.
/// </summary>
internal static class ListeningCheck
{
    /// <param name="defaultUrl">Where it listens when nothing is configured.</param>
    /// <returns>What is wrong and how to mend it; null when nothing is.</returns>
    public static string? Fault(IConfiguration configuration, string defaultUrl)
    {
        var api = configuration.GetSection(ApiOptions.Section).Get<ApiOptions>() ?? new ApiOptions();
        if (api.ReadersNeedKey || api.OpenReading)
            return null;
        return Addresses(configuration, defaultUrl).FirstOrDefault(address => !IsLocal(address)) is { } open
            ? $"""
               {open} can be reached from beyond this machine, and anyone there could read everything.
               Ask readers for a key (--{ApiOptions.Section}:{nameof(ApiOptions.ReadersNeedKey)}=true; "aggregator keys add NAME --read-only" makes one),
               or say that reading is open to all (--{ApiOptions.Section}:{nameof(ApiOptions.OpenReading)}=true).
               """
            : null;
    }

    /// <summary>What no server could listen on, found before anything is started.</summary>
    /// <param name="defaultUrl">Where it listens when nothing is configured.</param>
    /// <returns>What is wrong and how to mend it; null when nothing is.</returns>
    public static string? Malformed(IConfiguration configuration, string defaultUrl) =>
        Addresses(configuration, defaultUrl).Select(Malformed).FirstOrDefault(fault => fault is not null);

    /// <summary>Why the system refused to listen; null when <paramref name="fault"/> is of another kind.</summary>
    /// <param name="defaultUrl">Where it listens when nothing is configured.</param>
    public static string? Refused(Exception fault, IConfiguration configuration, string defaultUrl) => fault switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{fault.Message} Stop what listens there, perhaps this program itself, or choose another address, as in --urls http://127.0.0.1:8080.",
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } =>
            $"The system does not let this program listen on {string.Join(" and ", Addresses(configuration, defaultUrl))}: {fault.Message}. Choose "
                + $"another address, as in --urls http://127.0.0.1:8080.",
        _ => null,
    };

    private static string? Malformed(string address)
    {
        const string Example = "write it as in --urls http://127.0.0.1:8080";
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return $"\"{address}\" is no address to listen on; {Example}.";
        }

        if (binding.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            return $"{address} asks for https, which this program does not speak; let a proxy in front do that, and give it an http address here.";
        return binding.Port > IPEndPoint.MaxPort ? $"{address} has a port above {IPEndPoint.MaxPort}; {Example}." : null;
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration, string defaultUrl) =>
        (configuration["Urls"] ?? defaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>());

    /// <summary>Names other than localhost are taken for the world: to what they resolve may change.</summary>
    private static bool IsLocal(string address)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            // Malformed says so.
            return true;
        }

        return binding.IsUnixPipe || binding.IsNamedPipe
            || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
