using System.Net;
using Aggregator.Api;

namespace Aggregator.Configuration;

/// <summary>Nobody opens an archive to the world by an address alone: beyond this machine, readers need a key or it is said that they need none.</summary>
internal static class ListeningCheck
{
    /// <param name="defaultUrl">Where it listens when nothing is configured.</param>
    /// <returns>What is wrong and how to mend it; null when nothing is.</returns>
    public static string? Fault(IConfiguration configuration, string defaultUrl)
    {
        var api = configuration.GetSection(ApiOptions.Section).Get<ApiOptions>() ?? new ApiOptions();
        if (api.ReadersNeedKey || api.OpenReading) return null;
        return Addresses(configuration, defaultUrl).FirstOrDefault(address => !IsLocal(address)) is { } open
            ? $"""
               {open} can be reached from beyond this machine, and anyone there could read everything.
               Ask readers for a key (--{ApiOptions.Section}:{nameof(ApiOptions.ReadersNeedKey)}=true; "aggregator keys add NAME --read-only" makes one),
               or say that reading is open to all (--{ApiOptions.Section}:{nameof(ApiOptions.OpenReading)}=true).
               """
            : null;
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
            // The server itself refuses it, and says so better.
            return true;
        }

        return binding.IsUnixPipe || binding.IsNamedPipe
            || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
