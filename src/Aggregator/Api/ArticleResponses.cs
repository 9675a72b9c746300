using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>An article: one page on one outlet, however many feeds name it.</summary>
internal record ArticleResponse
{
    /// <summary>A 64-bit number as text; greater is later.</summary>
    public required string Id { get; init; }

    /// <summary>The page at the outlet; null when no feed named one.</summary>
    public required string? Url { get; init; }

    public required string Title { get; init; }

    /// <summary>Registrable domain of the outlet.</summary>
    public required string Outlet { get; init; }

    /// <summary>The outlet's own name, when it says one.</summary>
    public required string? OutletName { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The outlet's claim, UTC, clamped to when it was first seen.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>How much of the date was given: full, no_zone, day or month.</summary>
    public required DatePrecision PublishedPrecision { get; init; }

    /// <summary>Where the date was read, such as rss:pubDate, json-ld or first-seen.</summary>
    public required string PublishedSource { get; init; }

    /// <summary>When this service first saw it: our clock.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>The outlet's claim of its last change.</summary>
    public required DateTimeOffset? Modified { get; init; }

    /// <summary>When it last changed here: our clock.</summary>
    public required DateTimeOffset Changed { get; init; }

    public required string? Language { get; init; }

    public required string? Summary { get; init; }

    /// <summary>Plain text, one paragraph a line; empty with text=none.</summary>
    public required string Text { get; init; }

    public required string? Image { get; init; }

    /// <summary>The files that the feed gives with it, as a podcast's sound: address, media type and bytes as the feed says, null where it does not.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public required string? Section { get; init; }

    public required int WordCount { get; init; }

    /// <summary>How the reading of the page ended.</summary>
    public required ReadFate ReadFate { get; init; }

    /// <summary>Why, in words, where it went wrong.</summary>
    public required string? ReadReason { get; init; }

    /// <summary>Which rung of the extraction cascade gave the text.</summary>
    public required ExtractionRung Extraction { get; init; }

    /// <summary>How sure the extraction is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    public required bool Paywalled { get; init; }

    public required bool LiveBlog { get; init; }

    public required string StoryId { get; init; }

    /// <summary>The earlier article whose text this one repeats; null for an original.</summary>
    public required string? CopyOf { get; init; }

    /// <summary>How much of the text is shared, 0 to 1; null for an original.</summary>
    public required double? CopyScore { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>People, companies and places that the text names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The same names with their kind (person, company, place) and how often the text names them.</summary>
    public required IReadOnlyList<Tag> NameTags { get; init; }

    /// <summary>Categories of the feeds that named it.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>How many feed entries named this article.</summary>
    public required int Sightings { get; init; }

    /// <summary>How often its text or title has changed since.</summary>
    public required int Revisions { get; init; }

    /// <summary>Number of its last change, for /api/v1/changes.</summary>
    public required long Sequence { get; init; }

    public static ArticleResponse From(ArticleRow row) => new()
    {
        Id = Text64(row.Id),
        Url = row.Url,
        Title = row.Title,
        Outlet = row.Outlet,
        OutletName = row.OutletName,
        Authors = row.Authors,
        Published = row.Published.Instant.ToUniversalTime(),
        PublishedPrecision = row.Published.Precision,
        PublishedSource = row.Published.Source,
        Seen = row.Seen.ToUniversalTime(),
        Modified = row.Modified?.ToUniversalTime(),
        Changed = row.Changed.ToUniversalTime(),
        Language = row.Language,
        Summary = row.Summary,
        Text = row.Text,
        Image = row.Image,
        Enclosures = row.Enclosures,
        Section = row.Section,
        WordCount = row.WordCount,
        ReadFate = row.ReadFate,
        ReadReason = row.ReadReason,
        Extraction = row.Rung,
        Confidence = row.Confidence,
        Paywalled = row.Paywalled,
        LiveBlog = row.LiveBlog,
        StoryId = Text64(row.StoryId),
        CopyOf = row.CopyOf is { } copy ? Text64(copy) : null,
        CopyScore = row.CopyScore,
        Topics = row.Topics,
        Names = [.. row.Names.Select(tag => tag.Name)],
        NameTags = row.Names,
        Categories = row.Categories,
        Sightings = row.Sightings,
        Revisions = row.Revisions,
        Sequence = row.Sequence,
    };

    /// <summary>Ids are text in JSON: many readers keep numbers as doubles, which hold 53 bits.</summary>
    public static string Text64(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A sighting: a feed named an article.</summary>
internal sealed record SightingResponse(string FeedId, string FeedTitle, string EntryKey, string? Link, string? Title, DateTimeOffset Seen)
{
    public static SightingResponse From(SightingRow row) =>
        new(ArticleResponse.Text64(row.FeedId), row.FeedTitle, row.EntryKey, row.Link, row.Title, row.Seen.ToUniversalTime());
}

/// <summary>One article with everything that is known of it.</summary>
internal sealed record ArticleDetail : ArticleResponse
{
    [SetsRequiredMembers]
    public ArticleDetail(ArticleRow row, IReadOnlyList<SightingRow> sightings)
        : base(From(row))
    {
        ContentHtml = row.ContentHtml;
        SeenIn = [.. sightings.Select(SightingResponse.From)];
    }

    /// <summary>The text as sanitised HTML with absolute addresses.</summary>
    public string ContentHtml { get; }

    /// <summary>The feeds that named it, and when.</summary>
    public IReadOnlyList<SightingResponse> SeenIn { get; }
}

/// <summary>An earlier state of an article.</summary>
/// <param name="Number">1 for the oldest.</param>
/// <param name="At">When this state was replaced.</param>
/// <param name="Title">The title before; null when it did not change.</param>
/// <param name="Text">The text before; null when it did not change.</param>
/// <param name="Fields">Earlier values of other fields, by name; null when none changed.</param>
/// <param name="Diff">The paragraphs that this revision removed and added, in the order of the text.</param>
internal sealed record RevisionResponse(int Number, DateTimeOffset At, string? Title, string? Text, string Reason, IReadOnlyDictionary<string,
    string?>? Fields, IReadOnlyList<ParagraphChange> Diff);

/// <summary>A decision on an article's identity, copy or story.</summary>
/// <param name="Kind">identity, copy, story or correction.</param>
/// <param name="Summary">The decision in one sentence.</param>
/// <param name="Other">The article or story that it was compared with.</param>
/// <param name="OtherTitle">Its title; null where there is none any more.</param>
internal sealed record DecisionResponse(
    string Kind, string Rule, string Summary, double? Score, double? Threshold, IReadOnlyList<string> Evidence, string? Other, string? OtherTitle)
{
    public static DecisionResponse From(Decision d, string? otherTitle) => new(
        d.Kind, d.Rule, DecisionWords.Of(d, otherTitle), d.Score, d.Threshold, d.Evidence, d.Other is { } other
            ? ArticleResponse.Text64(other)
            : null, otherTitle);
}
