using Aggregator.Configuration;

namespace Aggregator.Api.Http;

/// <summary>The names that this service may be called by: those of this machine, and those that the owner gave.</summary>
/// <param name="options">Null in a host without settings: then only the names of this machine are known.</param>
internal readonly struct OwnNames(AggregatorOptions? options)
{
    /// <param name="host">With or without a port, which does not count.</param>
    public bool Contains(HostString host)
    {
        var name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name is "127.0.0.1" or "[::1]"
            || (options is not null && (options.AllowedHosts.Contains(name, StringComparer.OrdinalIgnoreCase) || IsPublic(name)));
    }

    private bool IsPublic(string name) =>
        Uri.TryCreate(options?.PublicUrl, UriKind.Absolute, out var own) && own.Host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
