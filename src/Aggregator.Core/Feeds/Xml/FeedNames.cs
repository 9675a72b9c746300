using System.Xml;

namespace Aggregator.Feeds.Xml;

/// <summary>
/// The names and addresses that feeds are made of, made once for all documents; the XML reader's own table takes any others. Nearly every look-up of a
/// document ends in the first, which needs no hash that is safe against chosen names: nothing is ever added to it.
/// </summary>
internal sealed class FeedNames : XmlNameTable
{
    private const int Mask = 1023;

    private static readonly string?[] Known = Fill(
        // the reader's own
        "", "xml", "xmlns", "version", "encoding", "standalone", "http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace", "base", "lang",
        "space",
        // elements
        "rss", "channel", "item", "items", "image", "title", "link", "description", "pubDate", "guid", "author", "category", "comments", "enclosure", "source",
        "language", "copyright", "lastBuildDate", "generator", "docs", "ttl", "cloud", "managingEditor", "webMaster", "skipDays", "skipHours", "day", "hour",
        "textInput", "url", "width", "height", "name", "feed", "entry", "id", "updated", "published", "summary", "content", "contributor", "uri", "email",
        "rights",
        "subtitle", "icon", "logo", "tagline", "issued", "modified", "created", "RDF", "Seq", "li", "encoded", "creator", "date", "subject", "publisher",
        "updatePeriod", "updateFrequency", "updateBase", "thumbnail", "group", "player", "credit", "keywords", "text", "commentRss", "comment", "explicit",
        "duration", "owner", "info", "in-reply-to", "total", "site", "point", "div", "p", "a", "img", "br", "span", "strong", "em",
        // attributes
        "href", "rel", "type", "isPermaLink", "length", "hreflang", "term", "scheme", "label", "about", "resource", "medium", "domain", "port", "path", "ref",
        "src",
        "alt", "class", "style", "mode", "medium", "expression", "isDefault", "fileSize", "count",
        // prefixes
        "atom", "atom10", "a10", "dc", "dcterms", "rdf", "sy", "slash", "wfw", "media", "itunes", "thr", "georss", "xhtml", "feedburner", "googleplay",
        "admin", "cc",
        "gd", "openSearch", "blogger", "podcast", "webfeeds", "creativeCommons",
        // addresses
        "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/rss/1.0/modules/syndication/", "http://purl.org/rss/1.0/modules/slash/", "http://wellformedweb.org/CommentAPI/",
        "http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://purl.org/syndication/thread/1.0", "http://www.georss.org/georss",
        "http://www.w3.org/1999/xhtml", "http://rssnamespace.org/feedburner/ext/1.0", "http://www.w3.org/2003/01/geo/wgs84_pos#", "http://webns.net/mvcb/",
        "http://schemas.google.com/g/2005", "http://a9.com/-/spec/opensearchrss/1.0/", "http://schemas.google.com/blogger/2008");

    private NameTable? _others;

    public override string Add(string array) => Find(array) ?? Others.Add(array);

    public override string Add(char[] array, int offset, int length) => Find(array.AsSpan(offset, length)) ?? Others.Add(array, offset, length);

    public override string? Get(string array) => Find(array) ?? _others?.Get(array);

    public override string? Get(char[] array, int offset, int length) => Find(array.AsSpan(offset, length)) ?? _others?.Get(array, offset, length);

    private NameTable Others => _others ??= new NameTable();

    private static string? Find(ReadOnlySpan<char> name)
    {
        var slot = Slot(name);
        while (Known[slot] is { } known)
        {
            if (name.SequenceEqual(known))
                return known;
            slot = (slot + 1) & Mask;
        }

        return null;
    }

    private static int Slot(ReadOnlySpan<char> name) =>
        name.Length == 0 ? 0 : ((name.Length * 163) + (name[0] * 59) + (name[^1] * 7) + (name[name.Length / 2] * 23)) & Mask;

    private static string?[] Fill(params ReadOnlySpan<string> names)
    {
        var known = new string?[Mask + 1];
        foreach (var name in names)
        {
            var slot = Slot(name);
            while (known[slot] is { } other && other != name)
                slot = (slot + 1) & Mask;
            known[slot] = name;
        }

        return known;
    }
}
