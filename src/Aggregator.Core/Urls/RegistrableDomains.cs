using System.Globalization;
using System.Net;
using Aggregator.Text;

namespace Aggregator.Urls;

/// <summary>Names the outlet that a host belongs to: its registrable domain, the public suffix and one label more.</summary>
public sealed class RegistrableDomains(PublicSuffixes suffixes)
{
    /// <summary>With the short built-in list of suffixes.</summary>
    public static RegistrableDomains Default { get; } = new(PublicSuffixes.Parse(EmbeddedFile.Read("Urls.public-suffixes.txt")));

    /// <summary>The outlet of <paramref name="host"/>; an IP address, a single label or a bare suffix is its own outlet.</summary>
    public string Of(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        host = host.Trim().TrimEnd('.').ToLowerInvariant();
        if (host.Length == 0 || host[0] == '[' || IPAddress.TryParse(host, out _))
            return host;
        var labels = host.Split('.');
        var keep = suffixes.CountLabels(labels) + 1;
        return keep >= labels.Length ? host : string.Join('.', labels[^keep..]);
    }

    /// <summary>
    /// As above. For IP addresses and <c>localhost</c> a port that is not the scheme's own is part of the outlet: other ports are other sites there.
    /// </summary>
    public string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var outlet = Of(Host(url));
        var local = url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || outlet == "localhost";
        return local && !url.IsDefaultPort ? outlet + ":" + url.Port.ToString(CultureInfo.InvariantCulture) : outlet;
    }

    /// <summary>
    /// The ASCII form, but IPv6 with its brackets; as written when it holds what no name may hold (RFC 5892), for an entry links what it likes.
    /// </summary>
    private static string Host(Uri url)
    {
        try
        {
            return url.IdnHost.Contains(':', StringComparison.Ordinal) ? url.Host : url.IdnHost;
        }
        catch (UriFormatException)
        {
            return url.Host;
        }
    }
}
