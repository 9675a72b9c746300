using System.Xml.Linq;
using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;
using Library = global::CodeHollow.FeedReader;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>RSS 0.91 to 2.0 and 1.0: the dialect's own elements as the library has them, modules from its elements by namespace.</summary>
internal sealed class RssMapping(FeedDraft draft, string? documentBase)
{
    public void Read(Library.Feed feed)
    {
        draft.Format = FormatOf(feed.SpecificFeed);
        var channel = feed.SpecificFeed.Element;
        var address = ElementWalk.BaseOf(channel, documentBase);
        draft.Title = ElementWalk.Text(feed.Title);
        draft.Link = UrlResolution.Resolve(address, ElementWalk.Text(feed.Link));
        draft.Description = ElementWalk.Text(feed.Description);
        draft.Language = ElementWalk.Text(feed.Language) ?? ElementWalk.LanguageOf(channel);
        ReadOwn(feed.SpecificFeed);
        ElementWalk.Children(channel, documentBase, reader =>
        {
            if (reader.Vocabulary != FeedNamespace.Core)
                FeedModules.Read(reader, draft);
        });
        foreach (var item in feed.Items)
            draft.Entries.Add(Entry(item));
    }

    private static FeedFormat FormatOf(Library.Feeds.BaseFeed feed) => feed switch
    {
        Library.Feeds.Rss092Feed => FeedFormat.Rss092,
        Library.Feeds.Rss091Feed => FeedFormat.Rss091,
        Library.Feeds.Rss10Feed => FeedFormat.Rss10,
        _ => FeedFormat.Rss20,
    };

    // RSS 1.0 has nothing of this; 0.92 is a 0.91 to the library.
    private void ReadOwn(Library.Feeds.BaseFeed feed)
    {
        switch (feed)
        {
            case Library.Feeds.Rss20Feed rss:
                ReadOwn(rss.LastBuildDateString, rss.PublishingDateString, rss.TTL, rss.SkipHours, rss.SkipDays);
                break;
            case Library.Feeds.MediaRssFeed media:
                ReadOwn(media.LastBuildDateString, media.PublishingDateString, media.TTL, media.SkipHours, media.SkipDays);
                break;
            case Library.Feeds.Rss091Feed rss:
                ReadOwn(rss.LastBuildDateString, rss.PublishingDateString, null, rss.SkipHours, rss.SkipDays);
                break;
        }
    }

    private void ReadOwn(string? built, string? published, string? ttl, ICollection<string>? skipHours, ICollection<string>? skipDays)
    {
        draft.Dates.Updated(built, "rss:lastBuildDate");
        draft.Dates.Published(published, "rss:pubDate");
        draft.Hints.Ttl(ttl);
        foreach (var hour in skipHours ?? [])
            draft.Hints.SkipHour(hour);
        foreach (var day in skipDays ?? [])
            draft.Hints.SkipDay(day.Trim());
    }

    private ParsedEntry Entry(Library.FeedItem item)
    {
        var element = item.SpecificItem.Element;
        var address = ElementWalk.BaseOf(element, documentBase);
        var summary = ElementWalk.Text(item.Description);
        var entry = new EntryDraft
        {
            Title = ElementWalk.Text(item.Title),
            Link = UrlResolution.Resolve(address, ElementWalk.Text(item.Link)),
            Summary = summary,
            ContentBase = summary is null ? null : ElementWalk.StatedBaseOf(element, documentBase),
        };
        entry.Dates.Published(OwnDate(item.SpecificItem), "rss:pubDate");
        ReadOwn(item.SpecificItem, entry, address);
        ReadElement(element, entry);
        entry.Language ??= ElementWalk.LanguageOf(element) ?? draft.Language;
        return entry.Build();
    }

    // Of RSS 1.0 its publishing date is dc:date, whose role is open: the module reads it.
    private static string? OwnDate(Library.Feeds.BaseFeedItem item) => item switch
    {
        Library.Feeds.Rss20FeedItem rss => rss.PublishingDateString,
        Library.Feeds.MediaRssFeedItem media => media.PublishingDateString,
        Library.Feeds.Rss091FeedItem rss => rss.PublishingDateString,
        _ => null,
    };

    private static void ReadOwn(Library.Feeds.BaseFeedItem item, EntryDraft entry, string? address)
    {
        switch (item)
        {
            case Library.Feeds.Rss20FeedItem rss:
                ReadOwn(entry, rss.Guid, rss.Author, UrlResolution.Resolve(address, ElementWalk.Text(rss.Comments)), rss.Source, rss.Categories);
                break;
            case Library.Feeds.MediaRssFeedItem media:
                ReadOwn(entry, media.Guid, media.Author, UrlResolution.Resolve(address, ElementWalk.Text(media.Comments)), media.Source, media.Categories);
                break;
            case Library.Feeds.Rss092FeedItem rss:
                ReadOwn(entry, null, null, null, rss.Source, rss.Categories);
                break;
            case Library.Feeds.Rss10FeedItem rss:
                entry.OtherId = ElementWalk.Text(rss.About);
                break;
        }
    }

    private static void ReadOwn(
        EntryDraft entry, string? guid, string? author, string? comments, Library.Feeds.FeedItemSource? source, ICollection<string>? categories)
    {
        entry.Id = ElementWalk.Text(guid);
        entry.AddAuthor(Persons.FromLine(ElementWalk.Text(author)));
        entry.Comments = comments;
        entry.SourceTitle = ElementWalk.Text(source?.Value);
        foreach (var category in categories ?? [])
            entry.AddCategory(ElementWalk.Text(category));
    }

    // The library has one enclosure, its length as a 32-bit number, does not say whether a guid is an address, and knows neither guid nor author before 2.0.
    private void ReadElement(XElement element, EntryDraft entry) => ElementWalk.Children(element, documentBase, reader =>
    {
        if (reader.Vocabulary != FeedNamespace.Core)
        {
            EntryModules.Read(reader, entry);
            return;
        }

        switch (reader.Name)
        {
            case "enclosure":
                entry.AddEnclosure(reader.Resolve(reader.Attribute("url")), reader.Attribute("type"), reader.Attribute("length"));
                break;
            case "guid":
                entry.IdIsPermaLink = !string.Equals(reader.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
                entry.Id ??= reader.ReadText();
                break;
            case "author" when draft.Format is FeedFormat.Rss091 or FeedFormat.Rss092:
                entry.AddAuthor(Persons.Read(reader));
                break;
        }
    });
}
