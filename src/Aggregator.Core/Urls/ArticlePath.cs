namespace Aggregator.Urls;

/// <summary>Tells a path that names its article (<c>/2026/05/new-battery-plant-opens</c>) from one that only names a script or a section.</summary>
internal static class ArticlePath
{
    /// <summary>Three words make a headline slug; "breaking-news" or "privacy-policy" with two does not.</summary>
    private const int SlugWords = 3;

    /// <summary>Article numbers of news systems have five digits or more; four are a year.</summary>
    private const int NumberDigits = 5;

    /// <summary>Hashes and single long words, in characters.</summary>
    private const int LongName = 20;

    private static readonly string[] ScriptEndings =
        [".php", ".asp", ".aspx", ".cfm", ".jsp", ".cgi", ".pl", ".do", ".dll", ".html", ".htm", ".phtml", ".ashx", ".jhtml", ".shtml"];

    public static bool NamesArticle(IEnumerable<string> segments) => segments.Any(Names);

    public static bool NamesArticle(string path) => NamesArticle(path.Split('/', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The last segment is a program or template, so that something else must say which article is meant.</summary>
    public static bool IsScript(string path) => ScriptEndings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>A value that could be what tells one article from another: a number, a hash, a UUID.</summary>
    public static bool IsId(string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        if (digits == value.Length)
            return digits >= 4;
        return digits > 0 && value.Length >= 6 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    private static bool Names(string segment)
    {
        var dot = segment.LastIndexOf('.');
        var name = dot > 0 && IsScript(segment) ? segment.AsSpan(0, dot) : segment;
        var words = 0;
        var run = 0;
        var inWord = false;
        foreach (var c in name)
        {
            var letter = char.IsLetterOrDigit(c) || c == '%';
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run >= NumberDigits)
                return true;
        }

        return words >= SlugWords || name.Length >= LongName;
    }
}
