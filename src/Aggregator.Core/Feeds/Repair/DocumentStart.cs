namespace Aggregator.Feeds.Repair;

/// <summary>Where the feed begins in a document that may have anything before it.</summary>
/// <param name="Root">The position of the root element's tag.</param>
/// <param name="Entities">Entities that the document type declares, by name.</param>
/// <param name="Junk">Something other than a prolog stands before the root.</param>
internal sealed record DocumentStart(int Root, IReadOnlyDictionary<string, string> Entities, bool Junk)
{
    // A declared entity is a character or a phrase; longer ones are an attack on memory, not a feed.
    private const int LongestEntity = 1024;
    private const int MostEntities = 512;

    /// <summary>Finds the first tag of a feed element outside comments; null when there is none, or when the document is a web page.</summary>
    public static DocumentStart? Find(string text, ReadOnlySpan<string> roots)
    {
        var entities = new Dictionary<string, string>();
        var junk = false;
        var comments = true;
        var elements = 0;
        var position = 0;
        while (position < text.Length)
        {
            var at = text.IndexOf('<', position);
            if (at < 0)
                return null;
            junk |= !text.AsSpan(position, at - position).IsWhiteSpace();
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!--"))
            {
                var end = comments ? text.IndexOf("-->", at, StringComparison.Ordinal) : -1;
                comments = end >= 0; // no end here means none further on
                position = comments ? end + "-->".Length : at + 1;
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                position = DocumentType(text, at, entities);
            }
            else if (rest.StartsWith("<?"))
            {
                var end = text.IndexOf('>', at);
                position = end < 0 ? text.Length : end + 1;
            }
            else if (IsRoot(text, at, roots, elements))
            {
                return new DocumentStart(at, entities, junk);
            }
            else if (rest.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            {
                // An error page that is whole may stand before a feed; a feed inside a page is the page's.
                var end = text.IndexOf("</html>", at, StringComparison.OrdinalIgnoreCase);
                if (end < 0)
                    return null;
                junk = true;
                position = end + "</html>".Length;
            }
            else
            {
                junk = true;
                elements++;
                position = at + 1;
            }
        }

        return null;
    }

    // A lone channel is taken for a feed only where the document begins with it: other XML has channels too.
    private static bool IsRoot(string text, int at, ReadOnlySpan<string> roots, int before)
    {
        var name = XmlNames.Read(text, at + 1);
        var local = name.Length == 0 ? "" : XmlNames.Split(name).Local.ToLowerInvariant();
        return roots.Contains(local) && (before == 0 || local != "channel") && XmlNames.EndsAsTag(text.AsSpan(at + 1));
    }

    private static int DocumentType(string text, int at, Dictionary<string, string> entities)
    {
        var close = text.IndexOf('>', at);
        if (close < 0)
            return text.Length;
        var subset = text.IndexOf('[', at, close - at);
        if (subset < 0)
            return close + 1;
        var end = text.IndexOf("]>", subset, StringComparison.Ordinal);
        if (end < 0)
            return close + 1;
        ReadEntities(text[subset..end], entities);
        return end + 2;
    }

    private static void ReadEntities(string subset, Dictionary<string, string> entities)
    {
        const string mark = "<!ENTITY";
        var at = -mark.Length;
        while (entities.Count < MostEntities && (at = subset.IndexOf(mark, at + mark.Length, StringComparison.Ordinal)) >= 0)
        {
            var rest = subset.AsSpan(at + mark.Length).TrimStart();
            var space = rest.IndexOfAny(" \t\r\n");
            if (space <= 0)
                continue;
            var name = rest[..space].ToString();
            rest = rest[space..].TrimStart();
            // A quote follows; SYSTEM and PUBLIC name an external entity, which is never fetched.
            if (rest.IsEmpty || rest[0] is not ('"' or '\''))
                continue;
            var length = rest[1..].IndexOf(rest[0]);
            if (length is >= 0 and <= LongestEntity)
                entities.TryAdd(name, System.Net.WebUtility.HtmlDecode(rest.Slice(1, length).ToString()));
        }
    }
}
