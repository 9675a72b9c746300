using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Pipeline;

/// <summary>What the relative addresses in an entry's text are relative to.</summary>
/// <param name="Address">The base of addresses; null where there is none.</param>
/// <param name="Page">The page of places in it (<c>#note-1</c>).</param>
internal readonly record struct ContentBases(Uri? Address, Uri? Page)
{
    /// <summary>
    /// What the document states (<c>xml:base</c>) holds. Atom refers to RFC 3986, by which the document's own address is the base; RSS and JSON Feed say
    /// nothing, and publishing software puts in the text of the page as it is, relative to the page. A place in the page is always one of the entry's.
    /// </summary>
    /// <param name="document">Where the document came from.</param>
    public static ContentBases Of(ParsedEntry entry, ParsedFeed feed, Uri document)
    {
        if (Web(entry.ContentBase) is { } stated)
            return new(stated, stated);
        var page = PageOf(entry, feed, document) ?? Web(feed.Link) ?? document;
        return new(feed.Format is FeedFormat.Atom03 or FeedFormat.Atom10 ? document : page, page);
    }

    // The link of a link blog leads to what it speaks of; its text is that of the page at its id.
    private static Uri? PageOf(ParsedEntry entry, ParsedFeed feed, Uri document)
    {
        var link = Web(entry.Link);
        return link is not null && !IsOwn(link) && Web(entry.Id) is { } id && IsOwn(id) ? id : link;

        bool IsOwn(Uri address)
        {
            var outlet = RegistrableDomains.Default.Of(address);
            return outlet == RegistrableDomains.Default.Of(document) || (Web(feed.Link) is { } site && outlet == RegistrableDomains.Default.Of(site));
        }
    }

    private static Uri? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
