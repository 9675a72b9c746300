namespace Aggregator.Feeds.Repair;

/// <summary>Names of elements and attributes as broken documents have them.</summary>
internal static class XmlNames
{
    public static bool IsStart(char c) => char.IsLetter(c) || c == '_';

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':';

    /// <summary>The name that begins at a position; empty when none does.</summary>
    public static string Read(string text, int position)
    {
        var end = position;
        while (end < text.Length && IsPart(text[end]))
            end++;
        return text[position..end];
    }

    /// <summary>Whether what follows a name could belong to a tag; not so in <c>&lt;me@mail.example&gt;</c> or <c>&lt;http://…&gt;</c>.</summary>
    public static bool EndsAsTag(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && IsPart(text[end]))
            end++;
        return end == text.Length
            || char.IsWhiteSpace(text[end])
            || text[end] is '>' or '<'
            || (text[end] == '/' && (end + 1 == text.Length || text[end + 1] == '>'));
    }

    /// <summary>Prefix and local name; a second colon is no part of a name that XML could have.</summary>
    public static (string Prefix, string Local) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return ("", Valid(name.Trim(':')));
        var prefix = Valid(name[..colon]);
        // Prefixes that begin with "xml" are reserved and may not be declared.
        return (prefix is "xmlns" ? "" : prefix, Valid(name[(colon + 1)..].Replace(':', '_')));
    }

    private static string Valid(string name) => name.Length > 0 && IsStart(name[0]) && System.Xml.XmlReader.IsName(name) ? name : "_" + Safe(name);

    private static string Safe(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
