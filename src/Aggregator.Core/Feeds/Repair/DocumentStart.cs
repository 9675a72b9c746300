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
    public static DocumentStart? Find(string text)
    {
        var entities = new Dictionary<string, string>();
        var junk = false;
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
                position = Behind(text, "-->", at);
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                position = DocumentType(text, at, entities);
            }
            else if (IsRoot(text, at))
            {
                return new DocumentStart(at, entities, junk);
            }
            else if (rest.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
            else
            {
                junk |= !rest.StartsWith("<?");
                position = at + 1;
            }
        }

        return null;
    }

    private static bool IsRoot(string text, int at)
    {
        var name = XmlNames.Read(text, at + 1);
        return XmlNames.Split(name).Local.ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel";
    }

    private static int Behind(string text, string mark, int from)
    {
        var end = text.IndexOf(mark, from, StringComparison.Ordinal);
        return end < 0 ? from + 1 : end + mark.Length;
    }

    private static int DocumentType(string text, int at, Dictionary<string, string> entities)
    {
        var close = text.IndexOf('>', at);
        var subset = text.IndexOf('[', at);
        if (close < 0)
            return text.Length;
        if (subset < 0 || subset > close)
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
        for (var at = subset.IndexOf(mark, StringComparison.Ordinal); at >= 0 && entities.Count < MostEntities; at = subset.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
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
