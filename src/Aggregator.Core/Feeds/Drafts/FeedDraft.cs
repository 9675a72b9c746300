using Aggregator.Model;

namespace Aggregator.Feeds.Drafts;

/// <summary>A feed while it is read.</summary>
internal sealed class FeedDraft(int maxEntries)
{
    private int _linkFitness = -1;

    public FeedFormat Format { get; set; } = FeedFormat.Rss20;

    public NewestEntries Entries { get; } = new(maxEntries);

    public DateClaims Dates { get; } = new();

    public HintsDraft Hints { get; } = new();

    public string? Id { get; set; }

    public string? Generator { get; set; }

    public string? Title { get; set; }

    public string? OtherTitle { get; set; }

    public string? Link { get; set; }

    public string? OtherLink { get; set; }

    public string? Description { get; set; }

    public string? OtherDescription { get; set; }

    public string? Language { get; set; }

    public string? Self { get; set; }

    public string? Next { get; set; }

    public bool Expired { get; set; }

    /// <summary>Where the feed says that it has moved (<c>itunes:new-feed-url</c>).</summary>
    public string? MovedTo { get; set; }

    public List<string> Hubs { get; } = [];

    /// <summary>Authors of the feed, inherited by entries without one where the format says so.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Offers an address of the site; the fittest stands, the first among equals.</summary>
    public void OfferLink(string address, int fitness)
    {
        if (fitness <= _linkFitness)
            return;
        (OtherLink, _linkFitness) = (address, fitness);
    }

    public ParsedFeed Build() => new()
    {
        Format = Format,
        Id = Id,
        Generator = Generator,
        Title = Title ?? OtherTitle,
        Link = Link ?? OtherLink,
        Description = Description ?? OtherDescription,
        Language = Language,
        Updated = Dates.UpdatedResult ?? Dates.PublishedResult,
        Self = Self,
        Hubs = Hubs,
        Next = Next,
        Hints = Hints.Build(),
        Expired = Expired,
        MovedTo = MovedTo,
        Entries = Entries.InDocumentOrder(),
        Truncated = Entries.Dropped > 0,
    };
}
