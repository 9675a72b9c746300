using System.Globalization;
using System.Text;
using Aggregator.Feeds.Writing;
using Aggregator.Stores;

namespace Aggregator.Api.Merged;

/// <summary>Makes the entries of a merged feed from stories or articles.</summary>
internal static class MergedFeedBuilder
{
    private const string Generator = "Aggregator";

    /// <summary>An empty feed has no newest change; its date must still never move. The year is that of <see cref="TagUri"/>.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An entry with the number of its last change.</summary>
    internal sealed record Numbered(FeedItem Item, long Sequence);

    public static FeedDocument Document(MergedFeedRequest request, IEnumerable<Numbered> entries, MergedPage page, DateTimeOffset? updated)
    {
        FeedItem[] items = [.. entries.Select(entry => entry.Item)];
        string[] languages = [.. items.Select(item => item.Language ?? "").Distinct().Take(2)];
        return new FeedDocument
        {
            Id = TagUri.Feed(request.FeedId),
            Title = request.Title,
            Description = request.ByStory ? "One entry per story, with all outlets that report it." : "One entry per article.",
            HomeUrl = request.HomeUrl,
            SelfUrl = request.SelfUrl,
            FirstUrl = request.FirstUrl,
            NextUrl = request.Archive is null || request.Format == MergedFormat.Json ? PageUrl(request, page) : null,
            PreviousArchiveUrl = request.Archive is not null ? PageUrl(request, page) ?? ArchiveUrl(request, page)
                : request.Page.Cursor is null && page.NextCursor is not null ? ArchiveUrl(request, page) : null,
            CurrentUrl = request.Archive is null ? null : request.CurrentUrl,
            Updated = items.Select(item => item.Updated).Append(updated ?? Beginning).Max(),
            Language = languages is [{ Length: > 0 } only] ? only : null,
            Author = Generator,
            Generator = Generator,
            Items = items,
        };
    }

    private static string? PageUrl(MergedFeedRequest request, MergedPage page) => page.NextCursor is { } cursor ? request.PageUrl(cursor) : null;

    private static string? ArchiveUrl(MergedFeedRequest request, MergedPage page) => page.Older is { } month ? request.ArchiveUrl(month) : null;

    public static Numbered FromStory(StoryRow story, MergedFeedRequest request)
    {
        var lead = story.Articles.FirstOrDefault(article => article.Id == story.LeadArticleId) ?? story.Articles[0];
        var published = FrozenDate(story.Id);
        var single = story.ArticleCount == 1 && lead.Revisions == 0;
        var item = FromArticle(lead, request).Item with
        {
            Id = TagUri.Story(story.Id),
            Title = story.Title,
            Published = published,
            Updated = single ? published : Change(story.Updated, story.Id, published),
            Categories = [.. story.Articles.SelectMany(Categories).Distinct(StringComparer.OrdinalIgnoreCase)],
            Members = [.. story.Articles.Select(a => new FeedMember(TagUri.Article(a.Id), a.Title, a.Url, a.OutletName ?? a.Outlet, a.Published.Instant))],
        };
        var coverage = Coverage(story, request.Base);
        return new Numbered(item with { ContentHtml = (request.Full ? item.ContentHtml : Paragraphs(item.Summary ?? "")) + coverage }, SequenceOf(story));
    }

    /// <summary>Number of the newest change of anything that the story's entry shows.</summary>
    public static long SequenceOf(StoryRow story) => story.Articles.Select(article => article.Sequence).Append(story.Sequence).Max();

    public static Numbered FromArticle(ArticleRow article, MergedFeedRequest request)
    {
        var published = FrozenDate(article.Id);
        var outlet = article.OutletName ?? article.Outlet;
        return new Numbered(
            new FeedItem
            {
                Id = TagUri.Article(article.Id),
                Title = article.Title,
                Url = article.Url ?? $"{request.Base}/stories/{article.StoryId}",
                Published = published,
                Updated = article.Revisions == 0 ? published : Change(article.Changed, article.Id, published),
                Authors = article.Authors.Count > 0 ? article.Authors : [outlet],
                Summary = Summary(article),
                ContentHtml = request.Full ? FullText(article) : null,
                Categories = [.. Categories(article)],
                Image = article.Image,
                Enclosures = article.Enclosures,
                Language = article.Language,
                Source = Source(article.Source),
            },
            article.Sequence);
    }

    /// <summary>
    /// The date that an id was born with (its upper bits are seconds; DESIGN: ids are ordered by time). A page that later claims another
    /// date, or an earlier article that joins the story, does not move it: readers sort by it and would show the entry as new.
    /// </summary>
    private static DateTimeOffset FrozenDate(long id) => DateTimeOffset.FromUnixTimeSeconds(id / 4096);

    /// <summary>
    /// Changes are committed many at a time with one time stamp, and later ones with a later one, by a millisecond at least: below that, the id keeps
    /// entries apart, as validators want it.
    /// </summary>
    private static DateTimeOffset Change(DateTimeOffset at, long id, DateTimeOffset published)
    {
        var change = at.AddMicroseconds(id % 1000);
        return change > published ? change : published;
    }

    /// <summary>
    /// As the feed describes itself, and nothing made up: a home of ours would be one that nobody has. Its own address stays here, since people put keys
    /// into the addresses of feeds that are only theirs.
    /// </summary>
    private static FeedSource? Source(ArticleSource source)
    {
        var home = Uri.TryCreate(source.Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? source.Link : null;
        return (source.Id ?? source.Title ?? home) is null ? null : new FeedSource(source.Id, source.Title, home, null);
    }

    private static IEnumerable<string> Categories(ArticleRow article) => article.Topics.Concat(article.Categories).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string? Summary(ArticleRow article)
    {
        if (article.Summary is { Length: > 0 } summary)
            return summary;
        // Some 300 characters, cut at a word: what readers show below a headline.
        var line = article.Text.Split('\n', 2)[0];
        if (line.Length <= 300)
            return line.Length > 0 ? line : null;
        var cut = line.LastIndexOf(' ', 300);
        return string.Concat(line.AsSpan(0, cut > 200 ? cut : 300), "…");
    }

    private static string FullText(ArticleRow article) => article.ContentHtml.Length > 0 ? article.ContentHtml : Paragraphs(article.Text);

    private static string Paragraphs(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{HtmlText.Encode(line)}</p>\n"));

    /// <summary>Who reports it, oldest first: headline, outlet and time of each.</summary>
    private static string Coverage(StoryRow story, string baseAddress)
    {
        var html = new StringBuilder("<h2>Coverage</h2>\n<ul>\n");
        foreach (var article in story.Articles)
        {
            var headline = HtmlText.Encode(article.Title);
            var when = article.Published.Instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            html.Append("<li>").Append(article.Url is { } url ? $"<a href=\"{HtmlText.Encode(url)}\" rel=\"noopener noreferrer\">{headline}</a>" : headline)
                .Append(CultureInfo.InvariantCulture, $" ({HtmlText.Encode(article.OutletName ?? article.Outlet)}, {when})")
                .Append(article.CopyOf is null ? "" : " (same text)").Append("</li>\n");
        }

        return html.Append(CultureInfo.InvariantCulture,
            $"</ul>\n<p><a href=\"{HtmlText.Encode(baseAddress)}/stories/{story.Id}\" rel=\"noopener noreferrer\">The story's page</a></p>").ToString();
    }
}
