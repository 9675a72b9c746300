using System.Collections.Frozen;

namespace Aggregator.Feeds.Xml;

/// <summary>Namespaces as feeds really write them: by address first, by the customary prefix where the address is wrong or missing.</summary>
internal static class FeedNamespaces
{
    private static readonly FrozenDictionary<string, FeedNamespace> ByAddress = new Dictionary<string, FeedNamespace>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = FeedNamespace.Core,
        // RSS: 0.90, 1.0, and the namespaces that tools gave 0.9x and 2.0, which have none of their own
        ["my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["purl.org/rss/1.0"] = FeedNamespace.Core,
        ["purl.org/net/rss1.1"] = FeedNamespace.Core,
        ["purl.org/rss/2.0"] = FeedNamespace.Core,
        ["backend.userland.com/rss"] = FeedNamespace.Core,
        ["backend.userland.com/rss2"] = FeedNamespace.Core,
        ["backend.userland.com/rss091"] = FeedNamespace.Core,
        ["blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Core,
        ["cyber.law.harvard.edu/rss"] = FeedNamespace.Core,
        ["rssboard.org/rss-specification"] = FeedNamespace.Core,
        ["w3.org/2005/atom"] = FeedNamespace.Atom,
        ["purl.org/atom/ns"] = FeedNamespace.Atom,
        ["example.com/necho"] = FeedNamespace.Atom,
        ["example.com/newformat"] = FeedNamespace.Atom,
        ["purl.org/pie"] = FeedNamespace.Atom,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = FeedNamespace.Rdf,
        ["purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["purl.org/dc/terms"] = FeedNamespace.DcTerms,
        ["purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["video.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.ITunes,
        ["example.com/dtds/podcast-1.0.dtd"] = FeedNamespace.ITunes,
        ["purl.org/rss/1.0/modules/syndication"] = FeedNamespace.Syndication,
        ["purl.org/syndication/thread/1.0"] = FeedNamespace.Threading,
        ["w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["w3.org/xml/1998/namespace"] = FeedNamespace.Foreign,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (FeedNamespace Vocabulary, string Address)> ByPrefix =
        new Dictionary<string, (FeedNamespace, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["rss"] = (FeedNamespace.Core, "http://purl.org/rss/1.0/"),
            ["atom"] = (FeedNamespace.Atom, "http://www.w3.org/2005/Atom"),
            ["atom10"] = (FeedNamespace.Atom, "http://www.w3.org/2005/Atom"),
            ["a10"] = (FeedNamespace.Atom, "http://www.w3.org/2005/Atom"),
            ["atom03"] = (FeedNamespace.Atom, "http://purl.org/atom/ns#"),
            ["rdf"] = (FeedNamespace.Rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            ["dc"] = (FeedNamespace.DublinCore, "http://purl.org/dc/elements/1.1/"),
            ["dcterms"] = (FeedNamespace.DcTerms, "http://purl.org/dc/terms/"),
            ["content"] = (FeedNamespace.Content, "http://purl.org/rss/1.0/modules/content/"),
            ["media"] = (FeedNamespace.Media, "http://search.yahoo.com/mrss/"),
            ["itunes"] = (FeedNamespace.ITunes, "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            ["sy"] = (FeedNamespace.Syndication, "http://purl.org/rss/1.0/modules/syndication/"),
            ["thr"] = (FeedNamespace.Threading, "http://purl.org/syndication/thread/1.0"),
            ["xhtml"] = (FeedNamespace.Xhtml, "http://www.w3.org/1999/xhtml"),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary of an element, from its namespace address, else its prefix; an unknown default namespace is the dialect's own.</summary>
    public static FeedNamespace Of(string address, string prefix)
    {
        if (ByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Bare(address), out var vocabulary))
            return vocabulary;
        if (prefix.Length == 0)
            return FeedNamespace.Core;
        return ByPrefix.TryGetValue(prefix, out var known) ? known.Vocabulary : FeedNamespace.Foreign;
    }

    /// <summary>The namespace address to declare for a prefix that a document uses without declaring it.</summary>
    public static string AddressFor(string prefix) =>
        ByPrefix.TryGetValue(prefix, out var known) ? known.Address : "urn:undeclared:" + prefix;

    // "HTTP://WWW.w3.org/2005/Atom/ " and "https://w3.org/2005/Atom" mean the same: scheme, "www.", case and a last "/" or "#" are often wrong.
    private static ReadOnlySpan<char> Bare(string address)
    {
        var bare = address.AsSpan().Trim();
        var scheme = bare.IndexOf("://");
        if (scheme is 4 or 5)
            bare = bare[(scheme + 3)..];
        if (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            bare = bare[4..];
        return bare.TrimEnd("/#");
    }
}
