namespace Aggregator.Feeds.Xml;

/// <summary>What an element's namespace means to a feed reader.</summary>
internal enum FeedNamespace : byte
{
    /// <summary>No namespace, an RSS namespace, or an unknown default namespace: the dialect's own elements.</summary>
    Core,
    Atom,
    Rdf,
    DublinCore,
    DcTerms,
    Content,
    Media,
    ITunes,
    Syndication,
    Threading,
    Xhtml,

    /// <summary>Anything else (slash, georss, podcast, wfw, shops' own): passed over without harm.</summary>
    Foreign,
}
