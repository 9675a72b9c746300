namespace Aggregator.Urls;

/// <summary>
/// The normal form of a path: dot segments and doubled slashes resolved, AMP spellings and session ids gone, no slash at the end. Its case stays.
/// </summary>
internal static class PathVariants
{
    public static string Normalize(string path, List<string> applied)
    {
        var segments = Segments(PercentEncoding.Normalize(path.Replace('\\', '/'), PercentEncoding.Path));
        DropSession(segments, applied);
        DropIndex(segments);
        DropAmp(segments, applied);
        return "/" + string.Join('/', segments);
    }

    /// <summary>RFC 3986 section 5.2.4; empty segments go too, as servers collapse doubled slashes.</summary>
    private static List<string> Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
        }

        return segments;
    }

    private static void DropSession(List<string> segments, List<string> applied)
    {
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            var at = segments[i].IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);

            // ASP.NET's cookieless sessions: /(S(abc123))/story.aspx
            var aspNet = segments[i].StartsWith("(S(", StringComparison.Ordinal) && segments[i].EndsWith("))", StringComparison.Ordinal);
            if (at < 0 && !aspNet)
                continue;
            applied.Add("session id");
            if (at > 0)
                segments[i] = segments[i][..at];
            else
                segments.RemoveAt(i);
        }
    }

    private static void DropIndex(List<string> segments)
    {
        if (segments.Count > 0 && segments[^1] is "index.html" or "index.htm")
            segments.RemoveAt(segments.Count - 1);
    }

    private static void DropAmp(List<string> segments, List<string> applied)
    {
        if (segments.Count == 0)
            return;
        var last = segments[^1];
        if (segments.Count > 1 && last is "amp" or "amp.html" && ArticlePath.NamesArticle(segments[..^1]))
            segments.RemoveAt(segments.Count - 1);
        else if (segments.Count > 1 && segments[0] == "amp" && ArticlePath.NamesArticle(segments[1..]))
            segments.RemoveAt(0);
        else if (last.EndsWith(".amp", StringComparison.Ordinal) && last.Length > 4)
            segments[^1] = last[..^4];
        else if (last.EndsWith(".amp.html", StringComparison.Ordinal) && last.Length > 9)
            segments[^1] = last[..^9] + ".html";
        else
            return;
        applied.Add("AMP path");
    }
}
