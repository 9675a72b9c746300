using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.Drafts;

/// <summary>An item while it is read: what each vocabulary said, kept apart until the whole item is known.</summary>
internal sealed class EntryDraft
{
    // No honest entry names more authors, categories or files; each is looked up in its list, so the lists must stay short.
    private const int MostValues = 500;

    private int _linkFitness = -1;

    public DateClaims Dates { get; } = new();

    public string? Id { get; set; }

    /// <summary>An id from a second vocabulary (<c>rdf:about</c>, <c>atom:id</c> in RSS).</summary>
    public string? OtherId { get; set; }

    /// <summary>The guid may stand for the link (RSS 2.0, <c>isPermaLink</c>).</summary>
    public bool IdIsPermaLink { get; set; }

    public string? Title { get; set; }

    public string? OtherTitle { get; set; }

    public string? Link { get; set; }

    public string? OtherLink { get; set; }

    public string? Summary { get; set; }

    /// <summary>A summary from a second vocabulary (<c>itunes:summary</c>, <c>dc:description</c>).</summary>
    public string? OtherSummary { get; set; }

    public string? Content { get; set; }

    public string? Image { get; set; }

    public string? Language { get; set; }

    public string? Comments { get; set; }

    public string? SourceTitle { get; set; }

    public string? ContentBase { get; set; }

    public List<string> Authors { get; } = [];

    public List<string> OtherAuthors { get; } = [];

    public List<string> Categories { get; } = [];

    public List<Enclosure> Enclosures { get; } = [];

    /// <summary>Files that the media vocabulary names, beside the dialect's own enclosures.</summary>
    public List<Enclosure> MediaFiles { get; } = [];

    /// <summary>Offers an address of the article; the fittest stands, the first among equals.</summary>
    public void OfferLink(string address, int fitness)
    {
        if (fitness <= _linkFitness)
            return;
        (OtherLink, _linkFitness) = (address, fitness);
    }

    public void AddCategory(string? category) => AddOnce(Categories, category);

    public void AddAuthor(string? author) => AddOnce(Authors, author);

    public void AddEnclosure(string? url, string? type, string? length)
    {
        if (url is { Length: > 0 } && Enclosures.Count < MostValues && !Enclosures.Exists(e => e.Url == url))
            Enclosures.Add(new Enclosure(url, string.IsNullOrEmpty(type) ? null : type, Lengths.Parse(length)));
    }

    public void AddMediaFile(Enclosure file)
    {
        if (MediaFiles.Count < MostValues)
            MediaFiles.Add(file);
    }

    public ParsedEntry Build()
    {
        foreach (var file in MediaFiles)
        {
            if (!Enclosures.Exists(e => e.Url == file.Url))
                Enclosures.Add(file);
        }

        return new()
        {
            Id = Id ?? OtherId,
            Title = Title ?? OtherTitle,
            Link = Link ?? OtherLink ?? (IdIsPermaLink && Id is not null && UrlResolution.IsWeb(Id) ? Id : null),
            Published = Dates.PublishedResult,
            Updated = Dates.UpdatedResult,
            Summary = MarkupText.WithParagraphs(MarkupText.OnceEscaped(Summary ?? OtherSummary)),
            Content = MarkupText.WithParagraphs(MarkupText.OnceEscaped(Content)),
            Authors = Authors.Count > 0 ? Authors : OtherAuthors,
            Categories = Categories,
            Enclosures = Enclosures,
            Image = Image ?? Enclosures.Find(e => e.Type is not null && e.Type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))?.Url,
            Language = Language,
            Comments = Comments,
            SourceTitle = SourceTitle,
            ContentBase = ContentBase,
        };
    }

    /// <summary>Adds what is not there yet, up to a bound.</summary>
    public static void AddOnce(List<string> list, string? value)
    {
        if (value is { Length: > 0 } && list.Count < MostValues && !list.Contains(value))
            list.Add(value);
    }
}
