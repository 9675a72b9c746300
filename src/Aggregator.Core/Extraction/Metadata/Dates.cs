using Aggregator.Model;
using AngleSharp.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// When the article was published and last changed. Order of trust: JSON-LD, meta elements, microdata, <c>time</c> elements, written dates in marked
/// places, the address.
/// </summary>
internal static class Dates
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "bt:pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "published-date", "published_date", "published_time", "publication_date", "publicationdate", "article_date_original",
        "article.published", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dc.date.published", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "rnews:datepublished", "citation_publication_date",
        "citation_online_date", "citation_date", "article-date", "article:create_date", "article:post_date", "date_published", "displaydate", "gentime", "created", "creation_date", "dc.created", "doc_date", "shareaholic:article_published_time", "date", "datecreated",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dc.date.modified", "dcterms.modified", "modified_time", "last-modified", "lastmod", "updated_time", "revised", "cxenseparse:recs:mdate",
    ];

    public static ClaimedDate? Published(PageData page)
    {
        var monthFirst = MonthFirst(page);
        return FromJsonLd(page, "datePublished") ?? FromMetas(page, PublishedMetas) ?? FromMicrodata(page, "datePublished") ?? FromTimes(page) ?? FromJsonLd(page, "dateCreated") ?? FromUrl(page, DatePrecision.Day)
            ?? FromMarks(page, monthFirst) ?? FromMetas(page, ModifiedMetas) ?? FromJsonLd(page, "dateModified") ?? FromUrl(page, DatePrecision.Month);
    }

    public static ClaimedDate? Modified(PageData page) =>
        FromJsonLd(page, "dateModified") ?? FromMetas(page, ModifiedMetas) ?? FromMicrodata(page, "dateModified");

    private static bool MonthFirst(PageData page) => page.Survey.DeclaredLanguage is not { } language || language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-us", StringComparison.OrdinalIgnoreCase);

    private static ClaimedDate? FromJsonLd(PageData page, string property) =>
        page.Article is { } article && DateText.Read(JsonLd.Text(article, property)) is { } date ? Claim(date, "json-ld") : null;

    private static ClaimedDate? FromMetas(PageData page, string[] names)
    {
        foreach (var name in names)
        {
            if (DateText.Read(page.Survey.Meta(name)) is { } date)
                return Claim(date, "meta:" + name);
        }

        return null;
    }

    private static ClaimedDate? FromMicrodata(PageData page, string property)
    {
        foreach (var found in page.Survey.Properties)
        {
            if (found.IsOwn && property.Equals(found.Element.GetAttribute("itemprop"), StringComparison.OrdinalIgnoreCase) && ReadElement(found.Element, false) is { } date)
                return Claim(date, "microdata");
        }

        return null;
    }

    private static ClaimedDate? FromTimes(PageData page)
    {
        foreach (var found in page.Survey.Times)
        {
            if (found.IsOwn && ReadElement(found.Element, false) is { } date)
                return Claim(date, "time");
        }

        return null;
    }

    private static ClaimedDate? FromMarks(PageData page, bool monthFirst)
    {
        foreach (var found in page.Survey.DateMarks)
        {
            if (found.IsOwn && ReadElement(found.Element, monthFirst) is { } date)
                return Claim(date, "text");
        }

        return null;
    }

    private static ClaimedDate? FromUrl(PageData page, DatePrecision precision) =>
        UrlDates.Read(page.Url) is { } date && date.Precision == precision ? Claim(date, "url") : null;

    private static ReadDate? ReadElement(IElement element, bool monthFirst) =>
        DateText.Read(element.GetAttribute("datetime")) ?? DateText.Read(element.GetAttribute("content")) ?? DateText.Read(ElementText.Of(element), monthFirst);

    private static ClaimedDate Claim(ReadDate date, string source) => new(date.Instant, date.Precision, source);
}
