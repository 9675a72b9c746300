namespace Aggregator.Text.Dates;

/// <summary>
/// Zones whose clocks change: names of the IANA database (<c>Europe/Berlin</c>), and what Americans write for winter and summer alike (<c>ET</c>). Where the
/// machine has no such database, none of them is known.
/// </summary>
internal static class PlaceZones
{
    /// <summary>America/Argentina/ComodRivadavia, the longest, has 32.</summary>
    private const int LongestName = 40;

    /// <summary>Reads the zone whose name begins with the word from <paramref name="start"/> to <paramref name="position"/>, and moves behind it.</summary>
    public static TimeZoneInfo? Read(ReadOnlySpan<char> text, int start, ref int position)
    {
        if (ShortForm(text[start..position]) is { } known)
            return Find(known);
        if (position >= text.Length || text[position] != '/')
            return null;
        var end = position;
        while (end < text.Length && end - start < LongestName && (char.IsAsciiLetter(text[end]) || text[end] is '/' or '_' or '-'))
            end++;
        if (Find(text[start..end].ToString()) is not { } zone)
            return null;
        position = end;
        return zone;
    }

    private static string? ShortForm(ReadOnlySpan<char> word) => word.Length != 2 || (word[1] | 0x20) != 't' ? null : (word[0] | 0x20) switch
    {
        'e' => "America/New_York",
        'c' => "America/Chicago",
        'm' => "America/Denver",
        'p' => "America/Los_Angeles",
        'a' => "America/Halifax",
        _ => null,
    };

    /// <returns>Null where the name or the database is not known.</returns>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
