namespace Aggregator.Model;

/// <summary>Which rung of the extraction cascade gave the text.</summary>
public enum ExtractionRung
{
    None,

    /// <summary>Text that the page carries as data (JSON-LD <c>articleBody</c>, embedded state).</summary>
    StructuredData,

    /// <summary>A container that is known by its name or role.</summary>
    KnownContainer,

    /// <summary>The container that scored best.</summary>
    ScoredCandidate,

    /// <summary>Paragraphs collected from all over the page.</summary>
    WildParagraphs,

    /// <summary>The text that the feed itself gave.</summary>
    Feed,
}

/// <summary>Why a page is no article.</summary>
public enum PageKind
{
    Article,

    /// <summary>Nothing that reads as an article was found.</summary>
    NoText,

    /// <summary>A front page, section or list of links.</summary>
    Listing,

    /// <summary>An error page that was sent with a success status.</summary>
    ErrorPage,

    /// <summary>Only a consent, login or bot-check wall.</summary>
    Wall,

    /// <summary>Only the question for the article's own password.</summary>
    Closed,

    /// <summary>The bytes are no HTML (a PDF, an image).</summary>
    NotHtml,
}

/// <summary>What is known of a page before it is read.</summary>
/// <param name="Url">The page's address after redirects.</param>
/// <param name="ContentType">The <c>Content-Type</c> header as sent.</param>
/// <param name="Charset">The charset that the transport states, if any; it goes before what the page says of itself.</param>
public sealed record PageContext(Uri Url, string? ContentType = null, string? Charset = null);

/// <summary>What was read from an article page.</summary>
public sealed record ExtractedPage
{
    public required PageKind Kind { get; init; }

    /// <summary>Why <see cref="Kind"/> is what it is, in words.</summary>
    public string? Reason { get; init; }

    public ExtractionRung Rung { get; init; }

    /// <summary>0 (a guess) to 1 (as sure as the cascade gets).</summary>
    public double Confidence { get; init; }

    /// <summary>Paragraphs and headings, one a line, without markup.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same as sanitised HTML with absolute addresses.</summary>
    public string ContentHtml { get; init; } = "";

    public int WordCount { get; init; }

    /// <summary>Buttons and fields on the page, search fields left out.</summary>
    public int Controls { get; init; }

    /// <summary>The page's tree could be built of the parser's own nodes only and was copied from them, which costs more time and memory.</summary>
    public bool Copied { get; init; }

    public PageMetadata Metadata { get; init; } = new();
}

/// <summary>What a page says about its article.</summary>
public sealed record PageMetadata
{
    /// <summary>The headline that a reader sees.</summary>
    public string? Title { get; init; }

    /// <summary>Clean names, in the page's order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The authors are read from what people see (a byline beside the headline), not from a field that is meant to state them.</summary>
    public bool AuthorsGuessed { get; init; }

    public ClaimedDate? Published { get; init; }

    public ClaimedDate? Modified { get; init; }

    /// <summary>BCP 47 tag, lower case primary language first (<c>en</c>, <c>pt-br</c>).</summary>
    public string? Language { get; init; }

    /// <summary>The outlet's own name.</summary>
    public string? SiteName { get; init; }

    /// <summary><c>rel=canonical</c> or <c>og:url</c>, absolute, unchecked: whoever uses it for identity must check its host.</summary>
    public string? CanonicalUrl { get; init; }

    public string? Description { get; init; }

    /// <summary>Lead image, absolute.</summary>
    public string? Image { get; init; }

    public string? Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The page says that its text is not free to read, or shows only the start of it.</summary>
    public bool Paywalled { get; init; }

    public bool LiveBlog { get; init; }

    /// <summary>The page asks not to be archived (<c>meta robots noarchive</c>).</summary>
    public bool NoArchive { get; init; }
}
