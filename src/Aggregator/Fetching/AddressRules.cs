using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Aggregator.Fetching;

/// <summary>Tells the addresses of the public internet from all others.</summary>
internal static class AddressRules
{
    /// <summary>The IANA IPv4 special-purpose registry (RFC 6890 and its updates), multicast (RFC 5771) and class E (RFC 1112).</summary>
    private static readonly IPNetwork[] NotPublic4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>Special purposes inside 2000::/3, the only block that is handed out for global unicast (IANA IPv6 registries).</summary>
    private static readonly IPNetwork[] NotPublic6 = Parse("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20");

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>
    /// Whether the address is public unicast. Forms that carry an IPv4 address inside are judged by it where a packet would really go there
    /// (IPv4-mapped, NAT64, 6to4); Teredo is refused outright, as no publisher serves from it.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(NotPublic4, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (Nat64.Contains(address))
            return IsPublic(Inner(address, 12));
        if (SixToFour.Contains(address))
            return IsPublic(Inner(address, 2));
        return GlobalUnicast.Contains(address) && !Teredo.Contains(address) && !Array.Exists(NotPublic6, network => network.Contains(address));
    }

    private static IPAddress Inner(IPAddress address, int offset)
    {
        var bits = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes().AsSpan(offset, 4));
        return new IPAddress(BinaryPrimitives.ReverseEndianness(bits));
    }

    private static IPNetwork[] Parse(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
