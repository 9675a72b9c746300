using System.Globalization;
using System.Text;

namespace Aggregator.Fetching;

/// <summary>The rules of one robots.txt for one product (RFC 9309), with our own reader.</summary>
internal sealed class RobotsRules
{
    private readonly List<(bool Allow, RobotsPattern Pattern)> _rules;

    private RobotsRules(List<(bool Allow, RobotsPattern Pattern)> rules, TimeSpan? crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>No file: everything is allowed.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>The pause between requests that the group asks for; no part of the RFC.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>The longest matching rule decides, allow before disallow (§2.2.2); nothing matching allows.</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsPattern.OfAddress(url.PathAndQuery);
        if (path == "/robots.txt")
            return true;
        (int Length, bool Allow) best = (-1, true);
        foreach ((var allow, var pattern) in _rules)
        {
            if ((pattern.Length > best.Length || (pattern.Length == best.Length && allow)) && pattern.Matches(path))
                best = (pattern.Length, allow);
        }

        return best.Allow;
    }

    /// <param name="product">Our product token, compared without case (§2.2.1).</param>
    public static RobotsRules Parse(byte[] document, string product)
    {
        List<Group> groups = [];
        Group? open = null;
        var naming = false;
        foreach ((var key, var value) in Lines(Encoding.UTF8.GetString(document)))
        {
            if (key == "user-agent")
            {
                if (open is null || !naming)
                    groups.Add(open = new Group());
                open.Agents.Add(Token(value));
                naming = true;
            }
            else if (open is not null && key is "allow" or "disallow")
            {
                naming = false;
                if (value.Length > 0)
                    open!.Rules.Add((key == "allow", new RobotsPattern(value)));
            }
            else if (open is not null && key == "crawl-delay")
            {
                // Only rules end the naming of a group (§2.1): what the RFC does not know may stand between two names. A pause is meant for those before it.
                foreach (var agent in open.Agents)
                    open.CrawlDelays.TryAdd(agent, Seconds(value));
            }
        }

        var name = groups.Exists(g => g.Agents.Contains(product, StringComparer.OrdinalIgnoreCase)) ? product : "*";
        var own = groups.FindAll(g => g.Agents.Contains(name, StringComparer.OrdinalIgnoreCase));
        return new([.. own.SelectMany(g => g.Rules)], own.Select(g => g.CrawlDelays.GetValueOrDefault(name)).FirstOrDefault(d => d is not null));
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var raw in text.TrimStart('\uFEFF').Split(['\r', '\n']))
        {
            var comment = raw.IndexOf('#', StringComparison.Ordinal);
            var line = comment < 0 ? raw : raw[..comment];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }
    }

    /// <summary>Files name versions and comments behind the token (<c>Bot/2.0</c>), which do not count.</summary>
    private static string Token(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_' || (end > 0 && char.IsAsciiDigit(value[end]))))
            end++;
        return value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])) ? "*" : value[..end];
    }

    private static TimeSpan? Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<(bool Allow, RobotsPattern Pattern)> Rules { get; } = [];

        public Dictionary<string, TimeSpan?> CrawlDelays { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
