using System.Globalization;
using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;
using Library = global::CodeHollow.FeedReader;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>JSON Feed 1.0 and 1.1, whose plain texts are made HTML here.</summary>
internal sealed class JsonMapping(FeedDraft draft, string? documentBase)
{
    public void Read(Library.Feeds.JsonFeed feed)
    {
        draft.Format = feed.Version?.TrimEnd('/').EndsWith("/1", StringComparison.Ordinal) == true ? FeedFormat.JsonFeed10 : FeedFormat.JsonFeed11;
        draft.Title = Plain(feed.Title);
        draft.Link = Address(feed.HomePageUrl);
        draft.Self = Address(feed.FeedUrl);
        draft.Description = ElementWalk.Text(feed.Description);
        draft.Language = ElementWalk.Text(feed.Language);
        draft.Next = Address(feed.NextUrl);
        draft.Expired = feed.Expired == true;
        foreach (var hub in feed.Hubs ?? [])
            EntryDraft.AddOnce(draft.Hubs, Address(hub.Url));
        foreach (var item in feed.Items.OfType<Library.Feeds.JsonFeedItem>())
            draft.Entries.Add(Entry(item));
    }

    private ParsedEntry Entry(Library.Feeds.JsonFeedItem item)
    {
        var entry = new EntryDraft
        {
            Id = ElementWalk.Text(item.Id),
            Title = Plain(item.Title),
            Link = Address(item.Url),
            OtherLink = Address(item.ExternalUrl),
            Summary = Plain(item.Summary),
            Content = ElementWalk.Text(item.ContentHtml) ?? Plain(item.ContentText),
            Image = Address(item.Image) ?? Address(item.BannerImage),
            Language = ElementWalk.Text(item.Language) ?? draft.Language,
            IdIsPermaLink = true,
        };
        entry.Dates.Published(item.DatePublishedString, "json:date_published");
        entry.Dates.Updated(item.DateModifiedString, "json:date_modified");
        // Those of the feed, where the item has none, are among them already.
        foreach (var author in item.Authors ?? [])
            entry.AddAuthor(ElementWalk.Text(author.Name) ?? ElementWalk.Text(author.Url));
        foreach (var tag in item.Tags ?? [])
            entry.AddCategory(ElementWalk.Text(tag));
        foreach (var file in item.Attachments ?? [])
            entry.AddEnclosure(Address(file.Url), file.MimeType, file.SizeInBytes?.ToString(CultureInfo.InvariantCulture));
        return entry.Build();
    }

    private string? Address(string? address) => UrlResolution.Resolve(documentBase, ElementWalk.Text(address));

    private static string? Plain(string? text) => ElementWalk.Text(text) is { } plain ? MarkupText.FromPlainText(plain) : null;
}
