using System.Text;

namespace Aggregator.Urls;

/// <summary>
/// Reference resolution by RFC 3986 section 5.2, on text: nothing is escaped, decoded or normalised beyond dot segments, so an address
/// that was absolute comes out as it was written.
/// </summary>
internal static class UrlResolution
{
    /// <summary>
    /// The absolute form of <paramref name="reference"/>. White space around it and line breaks in it are dropped. Returns the reference itself
    /// when there is no usable base, and null when it is empty.
    /// </summary>
    public static string? Resolve(string? baseAddress, string? reference)
    {
        if (reference is null)
            return null;
        var text = Tidy(reference);
        if (text.Length == 0)
            return null;
        if (baseAddress is null || SchemeLength(text) > 0)
            return text;
        var parts = Split(baseAddress);
        if (parts.Scheme.Length == 0)
            return text;
        if (text.StartsWith("//", StringComparison.Ordinal))
            return string.Concat(parts.Scheme, ":", text);
        var root = string.Concat(parts.Scheme, ":", parts.Authority);
        return text[0] switch
        {
            '#' => string.Concat(root, parts.Path, parts.Query, text),
            '?' => string.Concat(root, parts.Path, text),
            '/' => root + WithoutDots(text),
            _ => root + WithoutDots(Merge(parts.Path, parts.Authority.Length > 0, text)),
        };
    }

    public static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string Tidy(string reference)
    {
        var text = reference.Trim();
        return text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : string.Concat(text.Split(['\n', '\r', '\t'], StringSplitOptions.TrimEntries));
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(text[0]))
            return 0;
        foreach (var c in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return 0;
        }

        return colon;
    }

    private static (string Scheme, string Authority, string Path, string Query) Split(string address)
    {
        var scheme = SchemeLength(address);
        if (scheme == 0)
            return ("", "", "", "");
        var rest = address.AsSpan(scheme + 1);
        var hash = rest.IndexOf('#');
        if (hash >= 0)
            rest = rest[..hash];
        var question = rest.IndexOf('?');
        var query = question < 0 ? "" : rest[question..].ToString();
        if (question >= 0)
            rest = rest[..question];
        var authority = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith("//"))
        {
            var slash = rest[2..].IndexOf('/');
            authority = slash < 0 ? rest : rest[..(slash + 2)];
            rest = rest[authority.Length..];
        }

        return (address[..scheme], authority.ToString(), rest.ToString(), query);
    }

    private static string Merge(string basePath, bool hasAuthority, string reference)
    {
        if (basePath.Length == 0)
            return hasAuthority ? "/" + reference : reference;
        return string.Concat(basePath.AsSpan(0, basePath.LastIndexOf('/') + 1), reference);
    }

    private static string WithoutDots(string pathAndMore)
    {
        if (!pathAndMore.Contains("./", StringComparison.Ordinal) && !pathAndMore.Contains("/.", StringComparison.Ordinal))
            return pathAndMore;
        var end = pathAndMore.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? pathAndMore : pathAndMore[..end];
        var segments = new List<string>();
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (parts[i] == "..")
            {
                if (segments.Count > 1)
                    segments.RemoveAt(segments.Count - 1);
            }
            else if (parts[i] != ".")
            {
                segments.Add(parts[i]);
                continue;
            }

            if (last)
                segments.Add("");
        }

        var result = new StringBuilder().AppendJoin('/', segments);
        return end < 0 ? result.ToString() : result.Append(pathAndMore.AsSpan(end)).ToString();
    }
}
