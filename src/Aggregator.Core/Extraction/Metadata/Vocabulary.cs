namespace Aggregator.Extraction.Metadata;

/// <summary>The words by which pages name the parts that metadata is read from. Data only; matched inside <c>class</c>, <c>id</c> and similar names.</summary>
internal static class Vocabulary
{
    public static readonly WordMatcher ScreenReaderOnly = new("visually-hidden", "visuallyhidden", "sr-only", "screen-reader", "screenreader", "u-hidden", "is-hidden");

    /// <summary>Parts that belong to other pages or to readers, not to the article.</summary>
    public static readonly WordMatcher Noise = new(
        "comment", "disqus", "related", "recommend", "sidebar", "side-bar", "widget", "popular", "most-read", "mostread", "trending", "newsletter", "promo",
        "teaser", "carousel", "slider", "breadcrumb", "cookie", "consent", "read-more", "readmore", "more-stories", "latest-news", "next-article", "up-next", "nav-", "navbar", "menu", "modal", "popup", "sponsor", "outbrain", "taboola");

    public static readonly WordMatcher Byline = new("author", "byline", "by-line", "writer", "autor", "auteur", "redakt", "reporter", "journalist", "contributor", "creator", "credit", "posted-by", "postedby", "written", "signature", "forfatter", "kirjoittaja", "schrijver", "verfasser");

    public static readonly WordMatcher Date = new("date", "time", "publish", "posted", "datum", "fecha", "pubdate", "created", "byline", "meta", "dateline", "updated", "modified", "zeit", "info", "entry", "detail");
}
