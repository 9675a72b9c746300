namespace Aggregator.Pipeline;

/// <summary>
/// The title of an entry that has none (RSS 2.0 lets an item omit it): the beginning of its text, as feed readers do. It is ours and not the feed's, so it
/// yields to the page's headline.
/// </summary>
internal static class StandInTitle
{
    private const int Longest = 100;

    private const string ForNothing = "(untitled)";

    /// <param name="summary">One line of plain text, perhaps none.</param>
    public static string Of(string? summary) => string.IsNullOrEmpty(summary) ? ForNothing : EntryReading.Shorten(summary, Longest);

    /// <summary>Whether a stored title says no more than our stand-in would. A feed that repeats its headline as its text loses nothing by it.</summary>
    public static bool Is(string title, string? summary) => title == ForNothing || title == Of(summary);
}
