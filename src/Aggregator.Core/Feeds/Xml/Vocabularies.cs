using System.Collections.Frozen;

namespace Aggregator.Feeds.Xml;

/// <summary>Namespaces as feeds really write them: by address first, by the customary prefix where the address is wrong or missing.</summary>
internal static class Vocabularies
{
    private static readonly FrozenDictionary<string, Vocabulary> ByAddress = new Dictionary<string, Vocabulary>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Vocabulary.Core,
        // RSS: 0.90, 1.0, and the namespaces that tools gave 0.9x and 2.0, which have none of their own
        ["my.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["purl.org/rss/1.0"] = Vocabulary.Core,
        ["purl.org/net/rss1.1"] = Vocabulary.Core,
        ["purl.org/rss/2.0"] = Vocabulary.Core,
        ["backend.userland.com/rss"] = Vocabulary.Core,
        ["backend.userland.com/rss2"] = Vocabulary.Core,
        ["backend.userland.com/rss091"] = Vocabulary.Core,
        ["blogs.law.harvard.edu/tech/rss"] = Vocabulary.Core,
        ["cyber.law.harvard.edu/rss"] = Vocabulary.Core,
        ["rssboard.org/rss-specification"] = Vocabulary.Core,
        ["w3.org/2005/atom"] = Vocabulary.Atom,
        ["purl.org/atom/ns"] = Vocabulary.Atom,
        ["example.com/necho"] = Vocabulary.Atom,
        ["example.com/newformat"] = Vocabulary.Atom,
        ["purl.org/pie"] = Vocabulary.Atom,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["purl.org/dc/terms"] = Vocabulary.DcTerms,
        ["purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["search.yahoo.com/mrss"] = Vocabulary.Media,
        ["tools.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["video.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["example.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["purl.org/rss/1.0/modules/syndication"] = Vocabulary.Syndication,
        ["purl.org/syndication/thread/1.0"] = Vocabulary.Threading,
        ["w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["w3.org/xml/1998/namespace"] = Vocabulary.Foreign,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (Vocabulary Vocabulary, string Address)> ByPrefix = new Dictionary<string, (Vocabulary, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["rss"] = (Vocabulary.Core, "http://purl.org/rss/1.0/"),
        ["atom"] = (Vocabulary.Atom, "http://www.w3.org/2005/Atom"),
        ["atom10"] = (Vocabulary.Atom, "http://www.w3.org/2005/Atom"),
        ["a10"] = (Vocabulary.Atom, "http://www.w3.org/2005/Atom"),
        ["atom03"] = (Vocabulary.Atom, "http://purl.org/atom/ns#"),
        ["rdf"] = (Vocabulary.Rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ["dc"] = (Vocabulary.DublinCore, "http://purl.org/dc/elements/1.1/"),
        ["dcterms"] = (Vocabulary.DcTerms, "http://purl.org/dc/terms/"),
        ["content"] = (Vocabulary.Content, "http://purl.org/rss/1.0/modules/content/"),
        ["media"] = (Vocabulary.Media, "http://search.yahoo.com/mrss/"),
        ["itunes"] = (Vocabulary.ITunes, "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ["sy"] = (Vocabulary.Syndication, "http://purl.org/rss/1.0/modules/syndication/"),
        ["thr"] = (Vocabulary.Threading, "http://purl.org/syndication/thread/1.0"),
        ["xhtml"] = (Vocabulary.Xhtml, "http://www.w3.org/1999/xhtml"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary of an element, from its namespace address, else its prefix; an unknown default namespace is the dialect's own.</summary>
    public static Vocabulary Of(string address, string prefix)
    {
        if (ByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Bare(address), out var vocabulary))
            return vocabulary;
        if (prefix.Length == 0)
            return Vocabulary.Core;
        return ByPrefix.TryGetValue(prefix, out var known) ? known.Vocabulary : Vocabulary.Foreign;
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
