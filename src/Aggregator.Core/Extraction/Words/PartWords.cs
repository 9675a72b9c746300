namespace Aggregator.Extraction.Words;

/// <summary>The words of <c>words.txt</c> by which pages name the parts that metadata is read from, matched inside class, id and addresses.</summary>
internal static class PartWords
{
    public static readonly WordMatcher ScreenReaderOnly = new(WordLists.Names("hidden-classes"));

    /// <summary>Parts that belong to other pages or to readers, not to the article.</summary>
    public static readonly WordMatcher Foreign = new(WordLists.Names("foreign"));

    public static readonly WordMatcher Byline = new(WordLists.Names("byline-names"));

    /// <summary>Boxes and lists that name several people or tell of one at length.</summary>
    public static readonly WordMatcher AuthorBox = new(WordLists.Names("author-boxes"));

    public static readonly WordMatcher AuthorAddress = new(WordLists.Names("author-addresses"));

    /// <summary>What holds the comments of readers.</summary>
    public static readonly WordMatcher Comments = new(WordLists.Names("comments"));

    /// <summary>What such a name says of the article instead: whether there are any, how many, where.</summary>
    public static readonly WordMatcher AboutComments = new(WordLists.Names("about-comments"));

    public static readonly WordMatcher Headline = new(WordLists.Names("headline-names"));

    public static readonly WordMatcher Logo = new(WordLists.Names("logo-names"));

    public static readonly WordMatcher Crumb = new(WordLists.Names("crumb-names"));
}
