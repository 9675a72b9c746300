using System.Text.Json;
using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.JsonFeed;

/// <summary>A JSON Feed while it is read: the top-level properties may come after the items.</summary>
internal sealed class JsonFeedDraft(FeedContext context)
{
    private readonly string? _base = DocumentBase.Of(context);
    private readonly FeedDraft _feed = new(context.MaxEntries) { Format = FeedFormat.JsonFeed11 };
    private bool _versionSeen;

    public bool ItemsSeen { get; set; }

    /// <summary>The version says so, or it is missing but items and a title or address are there.</summary>
    public bool IsFeed => _versionSeen || (ItemsSeen && (_feed.Title ?? _feed.Link ?? _feed.Self) is not null);

    public void Property(string name, JsonElement value)
    {
        switch (name)
        {
            case "version":
                Version(value.Text());
                break;
            case "title":
                _feed.Title = value.Text() is { } title ? MarkupText.FromPlainText(title) : null;
                break;
            case "home_page_url":
                _feed.Link = UrlResolution.Resolve(_base, value.Text());
                break;
            case "feed_url":
                _feed.Self = UrlResolution.Resolve(_base, value.Text());
                break;
            case "description":
                _feed.Description = value.Text();
                break;
            case "language":
                _feed.Language = value.Text();
                break;
            case "next_url":
                _feed.Next = UrlResolution.Resolve(_base, value.Text());
                break;
            case "expired":
                _feed.Expired = value.ValueKind == JsonValueKind.True;
                break;
            case "author" or "authors":
                JsonItems.AddAuthors(_feed.Authors, value);
                break;
            case "hubs" when value.ValueKind == JsonValueKind.Array:
                foreach (var hub in value.EnumerateArray())
                    EntryDraft.AddOnce(_feed.Hubs, UrlResolution.Resolve(_base, hub.Member("url").Text()));
                break;
        }
    }

    public void Item(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object)
            _feed.Entries.Add(JsonItems.Read(item, _base));
    }

    // The specification lets an item without author or language have the feed's.
    public ParsedFeed Build()
    {
        var feed = _feed.Build();
        return feed with
        {
            Entries = [.. feed.Entries.Select(e =>
            e with { Authors = e.Authors.Count > 0 ? e.Authors : _feed.Authors, Language = e.Language ?? _feed.Language })]
        };
    }

    private void Version(string? version)
    {
        _versionSeen = version is not null && version.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase);
        if (version is not null && version.TrimEnd('/').EndsWith("/1", StringComparison.Ordinal))
            _feed.Format = FeedFormat.JsonFeed10;
    }
}
