using Aggregator.Extraction.Words;

namespace Aggregator.Extraction.Metadata;

/// <summary>The names under which pages declare dates. Data only, most trusted first.</summary>
internal static class DateSources
{
    /// <summary>Names that mean publication and nothing else.</summary>
    public static readonly string[] Published =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "bt:pubdate", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "datepublished", "rnews:datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "published-date",
        "published_date", "published_time",
        "publication_date", "publicationdate", "article_date_original", "article.published", "originalpublicationdate", "dc.date.issued", "dcterms.issued",
        "dc.date.published",
        "citation_publication_date", "citation_online_date", "article:create_date", "article:post_date", "date_published",
        "shareaholic:article_published_time", "article-date", "displaydate", "gentime",
    ];

    /// <summary>Names that mean publication, creation or the last change, as the outlet pleases.</summary>
    public static readonly string[] Vague =
    [
        "date", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc.created", "citation_date", "datecreated", "created", "creation_date",
        "doc_date",
    ];

    public static readonly string[] Modified =
    [
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dc.date.modified", "dcterms.modified", "modified_time",
        "last-modified", "lastmod", "updated_time", "revised",
        "cxenseparse:recs:mdate",
    ];

    /// <summary>Says publication inside a name that is in no list ("w-published-date", "sw-pubdate", "published_on").</summary>
    public static readonly WordMatcher PublishedName = new("publish", "pubdate", "pub-date", "pub_date", "releasedate", "release-date", "datepub");

    /// <summary>Keys of state in scripts.</summary>
    public static readonly string[] StateKeys =
    [
        "datePublished", "publishedDate", "publishDate", "published_date", "publish_date", "publishedAt", "published_at", "publicationDate",
        "publication_date", "first_publication_date", "firstPublished", "displayDate", "display_date",
    ];
}
