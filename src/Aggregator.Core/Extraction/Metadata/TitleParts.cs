namespace Aggregator.Extraction.Metadata;

/// <summary>Takes titles apart: the headline, the outlet's name, the section that templates join with bars and dashes.</summary>
internal static class TitleParts
{
    private static readonly string[] Separators =
        [" | ", " - ", " – ", " — ", " » ", " › ", " :: ", " • ", " · ", " / ", " // ", "｜", "|", " ~ ", " « ", "ㅣ", " : ", " │ ", "_"];

    /// <summary>Reduces a title to its letters and digits, lower case, so that quotes, dashes and spacing do not count.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                buffer[length++] = char.ToLowerInvariant(c);
        }

        return new string(buffer[..length]);
    }

    /// <summary>The title and each piece that a separator parts from the rest, with what stands before and after the first and last separators.</summary>
    public static List<string> Pieces(string title)
    {
        var pieces = new List<string>();
        foreach (var separator in Separators)
        {
            if (!title.Contains(separator, StringComparison.Ordinal))
                continue;
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            Add(title[..last]);
            Add(title[..first]);
            Add(title[(first + separator.Length)..]);
            Add(title[(last + separator.Length)..]);
            if (first + separator.Length < last)
                Add(title[(first + separator.Length)..last]);
        }

        return pieces;

        void Add(string piece)
        {
            piece = piece.Trim();
            if (piece.Length > 0 && !pieces.Contains(piece))
                pieces.Add(piece);
        }
    }

    /// <summary>
    /// Drops the outlet's name from the ends of a title. A last part that is no known name of the outlet goes too when it is short beside the rest:
    /// at most four words and a third of the length.
    /// </summary>
    /// <param name="knownOnly">Whether only a known name of the outlet goes.</param>
    public static string WithoutOutlet(string title, IReadOnlyList<string> outletKeys, bool knownOnly = false)
    {
        for (var round = 0; round < 3; round++)
        {
            var (at, length) = LastSeparator(title);
            if (at <= 0)
                break;
            var head = title[..at].Trim();
            var tail = title[(at + length)..].Trim();
            if (IsOutlet(tail, outletKeys) || (round == 0 && !knownOnly && IsShortTail(head, tail)))
                title = head;
            else
                break;
        }

        foreach (var separator in Separators)
        {
            var at = title.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && IsOutlet(title[..at].Trim(), outletKeys) && title.Length - at - separator.Length > 5)
                return title[(at + separator.Length)..].Trim();
        }

        return title;
    }

    public static bool IsOutlet(string part, IReadOnlyList<string> outletKeys)
    {
        var key = Key(part);
        if (key.Length == 0)
            return true;
        for (var i = 0; i < outletKeys.Count; i++)
        {
            if (IsName(key, outletKeys[i]))
                return true;
        }

        return false;
    }

    /// <summary>The same letters, or one is the start of the other and not much shorter.</summary>
    private static bool IsName(string key, string outlet) =>
        outlet.Length > 1
            && (key == outlet
                || (key.Length >= 4
                    && outlet.Length >= 4
                    && ((key.StartsWith(outlet, StringComparison.Ordinal) && key.Length * 3 <= outlet.Length * 4)
                        || (outlet.StartsWith(key, StringComparison.Ordinal) && key.Length * 2 >= outlet.Length))));

    private static bool IsShortTail(string head, string tail) =>
        tail.AsSpan().Count(' ') < 4 && tail.Length * 3 <= head.Length + tail.Length && head.Contains(' ');

    private static (int At, int Length) LastSeparator(string title)
    {
        var (at, length) = (-1, 0);
        foreach (var separator in Separators)
        {
            var index = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (index > at)
                (at, length) = (index, separator.Length);
        }

        return (at, length);
    }
}
