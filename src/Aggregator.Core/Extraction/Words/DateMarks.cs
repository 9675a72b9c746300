namespace Aggregator.Extraction.Words;

/// <summary>The words of <c>words.txt</c> by which pages name dates.</summary>
internal static class DateMarks
{
    /// <summary>Names of meta elements that mean publication and nothing else, most trusted first.</summary>
    public static readonly string[] PublishedMetas = WordLists.Names("published-metas");

    /// <summary>Says publication inside a name that is in no list.</summary>
    public static readonly WordMatcher PublishedMetaParts = new(WordLists.Names("published-meta-parts"));

    /// <summary>Names that mean publication, creation or the last change, as the outlet pleases.</summary>
    public static readonly string[] VagueMetas = WordLists.Names("vague-date-metas");

    public static readonly string[] ModifiedMetas = WordLists.Names("modified-metas");

    public static readonly string[] StateKeys = WordLists.Names("published-keys");

    /// <summary>Parts of class and id.</summary>
    public static readonly WordMatcher Names = new(WordLists.Names("date-names"));

    public static readonly WordMatcher Updated = new(WordLists.Sections["updated"]);

    public static readonly WordMatcher Published = new(WordLists.Sections["published"]);

    /// <summary>Dates that are not the article's.</summary>
    public static readonly WordMatcher Other = new(WordLists.Sections["other-dates"]);
}
