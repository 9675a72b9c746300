using System.Globalization;

namespace Aggregator.Fetching;

/// <summary>
/// The hosts on private addresses that the owner permits: <c>name</c> (every port), <c>name:port</c>, and with <c>*.</c> in front all names below.
/// They may also use any port. Names are compared as written: another name or number for the same machine is another host.
/// </summary>
internal sealed class AllowedHosts
{
    private readonly List<(string Name, bool Below, int? Port)> _rules = [];

    /// <exception cref="FormatException">A rule is no host with an optional port.</exception>
    public AllowedHosts(IEnumerable<string> rules)
    {
        foreach (var rule in rules)
            _rules.Add(Parse(rule.Trim()));
    }

    /// <param name="host">As <see cref="Uri.IdnHost"/> gives it, brackets of IPv6 or not.</param>
    public bool Allows(string host, int port)
    {
        var name = Bare(host);
        return _rules.Exists(rule => (rule.Port is null || rule.Port == port)
            && (rule.Below ? name.EndsWith(rule.Name, StringComparison.OrdinalIgnoreCase) : name.Equals(rule.Name, StringComparison.OrdinalIgnoreCase)));
    }

    private static (string Name, bool Below, int? Port) Parse(string rule)
    {
        var colon = rule.LastIndexOf(':');
        var bareIPv6 = !rule.StartsWith('[') && rule.IndexOf(':', StringComparison.Ordinal) != colon;
        int? port = null;
        if (colon > rule.LastIndexOf(']') && !bareIPv6)
        {
            if (!int.TryParse(rule[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
                throw new FormatException($"'{rule}' is no host with an optional port");
            port = number;
            rule = rule[..colon];
        }

        var name = Bare(rule);
        if (name.Length == 0 || name == "*")
            throw new FormatException($"'{rule}' is no host with an optional port");
        return name.StartsWith("*.", StringComparison.Ordinal) ? (name[1..], true, port) : (name, false, port);
    }

    private static string Bare(string host) => host.Trim('[', ']').TrimEnd('.');
}
