using System.Text.RegularExpressions;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// Knows by their headlines the articles that touch many stories: briefings, market wraps, link lists, deals, running live pages.
/// The pattern has no nested repeats, so it needs no time limit.
/// </summary>
internal static partial class Roundups
{
    public static bool IsRoundup(string title) => Pattern().IsMatch(title);

    [GeneratedRegex(
        """
        \b( (daily|morning|evening|weekly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|news|business|tech|world)
            \s+(brief|briefs|briefing|briefings|digest|round-?\s?up|wrap|wrap-?up|recap|links|headlines)
          | newsletter | news\s+round-?\s?up | week\s+(in\s+review|ahead) | (this|the)\s+week\s+in
          | in\s+brief | news\s+briefs? | (today|day|week|weekend|morning|evening|month)['’]s\s+(top|best|biggest)\s+(stories|news|deals|headlines)
          | best\s+deals | deals\s+of\s+the\s+(day|week) | (stocks?|shares)\s+to\s+watch | market\s+(wrap|snapshot|roundup)
          | live\s?blog | live\s+(updates?|ticker|coverage|feed) | liveticker | open\s+thread | (5|five|10|ten)\s+things\s+to\s+know
          | tagesüberblick | wochenrückblick | nachrichtenüberblick | revue\s+de\s+presse | resumen\s+(del\s+día|semanal) | rassegna\s+stampa )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
