namespace Aggregator.Text.Dates;

/// <summary>
/// Reads a zone behind a time that people read: <c>ET</c>, <c>UTC+2</c>, <c>(GMT-03:30)</c>, <c>+0100</c>, <c>Europe/Berlin</c>, <c>Eastern Time</c>. Many of
/// the short names are words too ("est", "et", "ist"), so how they are written counts.
/// </summary>
internal static class WrittenZone
{
    /// <summary>DateTimeOffset takes no more.</summary>
    private const int MostMinutes = 14 * 60;

    /// <param name="position">Behind the time; moved behind the zone.</param>
    /// <param name="behindHalf">"a.m." or "p.m." stood before, so a name is a zone however it is written.</param>
    /// <param name="joinedOnly">An offset has to follow at once: "10:00 -12:00" is a span of time.</param>
    public static (TimeSpan? Offset, TimeZoneInfo? Place) Read(ReadOnlySpan<char> text, ref int position, bool behindHalf, bool joinedOnly)
    {
        var start = position;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '(' or '[' or ','))
            start++;
        if (start >= text.Length)
            return default;
        if (IsSign(text[start]))
        {
            var end = start;
            var offset = Offset(text, ref end, out var digits);
            // "10:00-05:00" and "10:00 -0500" are offsets, "10:00 - 12" is a span
            if (offset is null || digits < 2 || (joinedOnly && start > position && digits < 4 && text[start] != '+'))
                return default;
            position = end;
            return (offset, null);
        }

        var next = start;
        while (next < text.Length && char.IsAsciiLetter(text[next]))
            next++;
        var word = text[start..next];
        if (word.IsEmpty || (next < text.Length && char.IsLetterOrDigit(text[next])))
            return default;
        if (Universal(word))
        {
            position = next;
            while (next < text.Length && text[next] == ' ')
                next++;
            if (next < text.Length && IsSign(text[next]) && Offset(text, ref next, out _) is { } hours)
            {
                position = next;
                return (hours, null);
            }

            return (TimeSpan.Zero, null);
        }

        var name = next;
        if (IsWrittenAsName(text, start, next, behindHalf) && PlaceZones.Read(text, start, ref name) is { } place)
        {
            position = name;
            return (null, place);
        }

        // the letters of RFC 822 are no zones that people read
        if (word.Length < 3 || !IsWrittenAsName(text, start, next, behindHalf) || ZoneNames.Offset(word) is not { } minutes)
            return AmericanTime(text, start, ref position) is { } zone ? (null, zone) : default;
        position = next;
        return (TimeSpan.FromMinutes(minutes), null);
    }

    private static bool Universal(ReadOnlySpan<char> word) => word.Equals("utc", StringComparison.OrdinalIgnoreCase)
        || word.Equals("gmt", StringComparison.OrdinalIgnoreCase) || word is "Z" or "z";

    /// <summary>In capitals, unless all the text is and it goes on; with a slash, as <c>Europe/Berlin</c>; or where nothing but a zone can follow.</summary>
    private static bool IsWrittenAsName(ReadOnlySpan<char> text, int start, int end, bool behindHalf)
    {
        if (behindHalf || (end < text.Length && text[end] == '/'))
            return true;
        var word = text[start..end];
        if (word.ContainsAnyInRange('a', 'z'))
            return word.Equals("cet", StringComparison.OrdinalIgnoreCase) || word.Equals("cest", StringComparison.OrdinalIgnoreCase);
        var rest = text[end..].TrimStart();
        return rest.IsEmpty || !char.IsLetter(rest[0]) || text.ContainsAnyInRange('a', 'z');
    }

    /// <summary>"Eastern Time", "Pacific Standard Time".</summary>
    private static TimeZoneInfo? AmericanTime(ReadOnlySpan<char> text, int start, ref int position)
    {
        foreach (var (name, zone) in AmericanZones)
        {
            if (!text[start..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = start + name.Length;
            foreach (var half in (ReadOnlySpan<string>)[" standard", " daylight"])
            {
                if (text[end..].StartsWith(half, StringComparison.OrdinalIgnoreCase))
                    end += half.Length;
            }

            if (!text[end..].StartsWith(" time", StringComparison.OrdinalIgnoreCase))
                return null;
            position = end + " time".Length;
            return PlaceZones.Find(zone);
        }

        return null;
    }

    private static readonly (string Name, string Zone)[] AmericanZones =
        [("eastern", "America/New_York"), ("central", "America/Chicago"), ("mountain", "America/Denver"), ("pacific", "America/Los_Angeles")];

    private static bool IsSign(char c) => c is '+' or '-' or '\u2212';

    /// <summary><c>+2</c>, <c>+02</c>, <c>+0200</c>, <c>+02:00</c>.</summary>
    private static TimeSpan? Offset(ReadOnlySpan<char> text, ref int position, out int digits)
    {
        var i = position + 1;
        var value = 0;
        for (digits = 0; i < text.Length && char.IsAsciiDigit(text[i]) && digits < 5; i++, digits++)
            value = (value * 10) + text[i] - '0';
        var minutes = digits switch
        {
            1 or 2 => value * 60,
            3 or 4 => (value / 100 * 60) + (value % 100),
            _ => int.MaxValue,
        };
        if (digits <= 2 && i + 2 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
        {
            minutes += ((text[i + 1] - '0') * 10) + text[i + 2] - '0';
            i += 3;
        }

        if (minutes > MostMinutes)
            return null;
        var negative = text[position] != '+';
        position = i;
        return TimeSpan.FromMinutes(negative ? -minutes : minutes);
    }
}
