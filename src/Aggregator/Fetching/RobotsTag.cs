namespace Aggregator.Fetching;

/// <summary>Reads <c>X-Robots-Tag</c>.</summary>
internal static class RobotsTag
{
    /// <summary>Whether a line that is for everybody or for us holds <c>noarchive</c> or <c>none</c>.</summary>
    public static bool NoArchive(IReadOnlyList<string> lines, string product)
    {
        foreach (var line in lines)
        {
            // "botname: noindex, noarchive" speaks to that bot alone; "unavailable_after: date" is a directive
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = colon < 0 ? "" : line[..colon].Trim();
            var addressed = head.Length > 0
                && !head.Contains(',', StringComparison.Ordinal)
                && !head.Equals("unavailable_after", StringComparison.OrdinalIgnoreCase)
                && !head.StartsWith("max-", StringComparison.OrdinalIgnoreCase);
            if (addressed && !head.Equals(product, StringComparison.OrdinalIgnoreCase))
                continue;
            var rules = addressed ? line[(colon + 1)..] : line;
            if (rules.Split(',', StringSplitOptions.TrimEntries)
                .Any(r => r.Equals("noarchive", StringComparison.OrdinalIgnoreCase) || r.Equals("none", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
