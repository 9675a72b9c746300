using System.Globalization;

namespace Aggregator.Api.Query;

/// <summary>The filters and paging that every list, feed, timeline, facet and export takes in the same form.</summary>
internal static class Parameters
{
    /// <summary>Largest page of a list.</summary>
    public const int MaxLimit = 1000;

    public static QueryParameter Limit(int fallback, int max, string what) =>
        new("limit", $"At most so many {what}.", "integer", Default: fallback.ToString(CultureInfo.InvariantCulture), Minimum: 1, Maximum: max);

    public static QueryParameter Cursor { get; } = new("cursor", "Where to go on: the next_cursor of an earlier page with the same filter and order. Opaque.");

    public static QueryParameter Sort { get; } =
        new("sort", "The order, greatest first; relevance needs q.", Default: "published", Allowed: ["published", "seen", "relevance"]);

    public static QueryParameter Text { get; } = new("text", "full loads the texts; none is several times faster.", Default: "full", Allowed: ["full", "none"]);

    public static IReadOnlyList<QueryParameter> Filter { get; } =
    [
        new("q", "Words, \"phrases\", AND OR NOT -, (parentheses), prefix*, title: author: outlet:, NEAR/5.", Example: "\"solid state\" battery -rumor"),
        new("from", "Published at or after: an ISO 8601 date or time, or a span back from now such as 24h or 7d.", Example: "7d"),
        new("to", "Published before: an ISO 8601 date or time, or a span back from now. A date is its first moment, so that this day is left out.",
            Example: "2026-11-22T00:00:00Z"),
        new("zone", "The time zone of from and to where they name none, by its IANA name.", Default: "UTC", Example: "Europe/Berlin"),
        new("outlet", "Only these outlets, by registrable domain.", Example: "example.com", Repeatable: true),
        new("not_outlet", "Not these outlets.", Repeatable: true),
        new("feed", "Only articles that one of these feeds named, by the feed's id.", Repeatable: true),
        new("category", "Only articles of feeds in these categories.", Example: "Batteries and energy", Repeatable: true),
        new("topic", "Only articles on one of these topics.", Example: "electric vehicles", Repeatable: true),
        new("name", "Only articles that name one of these people, companies or places.", Example: "Elon Musk", Repeatable: true),
        new("language", "Only these languages, as BCP 47 primary tags.", Example: "en", Repeatable: true),
        new("copies", "collapse leaves out articles whose text is a copy of an earlier one.", Default: "keep", Allowed: ["keep", "collapse"]),
        new("min_words", "Only articles of at least so many words.", "integer", Minimum: 0, Maximum: 1_000_000),
        new("story_id", "Only the articles of this story."),
        new("as_of", "Only what was visible at this sequence number: repeats an earlier result.", "integer"),
    ];

    public static AcceptsQuery FilterAnd(params IReadOnlyList<QueryParameter> more) => new([.. Filter, .. more]);

    public static AcceptsQuery Only(params IReadOnlyList<QueryParameter> parameters) => new(parameters);
}
