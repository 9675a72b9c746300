using System.Collections.Frozen;

namespace Aggregator.Extraction.Words;

/// <summary>The phrases of <c>words.txt</c>.</summary>
internal static class Phrases
{
    private static readonly string[] Starts = WordLists.Sections["starts"];
    private static readonly FrozenSet<string> Lines = WordLists.Sections["lines"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Tails = WordLists.Sections["tails"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> AuthorTails = WordLists.Sections["author-tails"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Teasers = WordLists.Sections["teasers"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Errors = WordLists.Sections["errors"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", ": ", " • ", " · ", "! ", ". "];
    private static readonly FrozenSet<string> Counters = WordLists.Sections["counters"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Walls = WordLists.Sections["walls"];
    private static readonly string[] Anywhere = WordLists.Sections["anywhere"];
    private static readonly string[] SiteWords = WordLists.Sections["site-words"];
    private static readonly string[] ContactStarts = WordLists.Sections["contact-starts"];
    private static readonly string[] Sources = WordLists.Sections["sources"];
    private static readonly string[] NewsletterWords = WordLists.Sections["newsletter-words"];
    private static readonly string[] ContactPlaces = WordLists.Sections["contact-places"];

    /// <summary>"Source: Al Jazeera and news agencies"; what is longer says more than where the text is from.</summary>
    private const int MaxSource = 60;

    /// <summary>A line that is a call, a label or a note of rights, or begins like one.</summary>
    public static bool IsCall(string line) => IsCallAsWhole(line) || BeginsLikeCall(line);

    /// <summary>A line that speaks to the site's reader: of its newsletter, its shop, the rights in its text.</summary>
    public static bool SpeaksOfSite(string line) => SiteWords.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first words are those of a call; they may be those of a sentence or of a step too.</summary>
    public static bool BeginsLikeCall(string line)
    {
        var text = Bare(line);
        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (text.Length == start.Length || !char.IsLetter(text[start.Length])))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Bare(string line) => line.AsSpan().Trim(" \t-–—•|>»*[(:.!…");

    /// <summary>All of the line, or a phrase in it, can be nothing else.</summary>
    public static bool IsCallAsWhole(string line)
    {
        var text = Bare(line);
        if (Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            return true;
        if (IsCounter(text))
            return true;
        foreach (var phrase in Anywhere)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>"Image 1 of 5", as galleries count their pictures: a word, a number, a word and a number.</summary>
    private static bool IsCounter(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[5];
        return line.Length <= 24 && line.Split(words, ' ') == 4 && Counters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[words[0]])
            && int.TryParse(line[words[1]], out _) && int.TryParse(line[words[3]], out _);
    }

    /// <summary>A heading behind which the article is over.</summary>
    public static bool IsTail(string line) => IsIn(Tails, line) || IsIn(AuthorTails, line) || IsMoreOfSite(line);

    /// <summary>An invitation to follow or to write to the author or the site: it names an account or a network.</summary>
    public static bool IsContact(string line) =>
        ContactStarts.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && line.Length > start.Length && line[start.Length] == ' ')
            && ContactPlaces.Any(place => line.Contains(place, StringComparison.Ordinal));

    /// <summary>A line among the last ones that names where the article is from, or offers to send more by mail.</summary>
    public static bool IsClosing(string line) => line.Length <= MaxSource && StartsWithAny(line, Sources) || IsNewsletterOffer(line);

    private static bool IsNewsletterOffer(string line) =>
        line.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && NewsletterWords.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithAny(string line, string[] starts) => starts.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>"More great stories", "More Motoring News": whatever the site calls itself in between.</summary>
    private static bool IsMoreOfSite(string line) => line.Length <= 60 && line.StartsWith("More ", StringComparison.OrdinalIgnoreCase)
        && (line.EndsWith(" stories", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" articles", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith(" news", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" posts", StringComparison.OrdinalIgnoreCase));

    /// <summary>The label of a box that advertises another article or page.</summary>
    public static bool IsTeaserLabel(string line) => IsIn(Teasers, line) || IsIn(Tails, line);

    public static bool IsAuthorTail(string line) => IsIn(AuthorTails, line);

    private static bool IsIn(FrozenSet<string> phrases, string line) =>
        line.Length <= 60 && phrases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line.AsSpan().Trim(" \t-–—•|>»*[(:.!…?"));

    /// <summary>A title that is an error's, alone or beside the site's name.</summary>
    public static bool IsError(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > 120)
            return false;
        var errors = Errors.GetAlternateLookup<ReadOnlySpan<char>>();
        if (errors.Contains(Bare(title)))
            return true;
        foreach (var part in title.Split(Separators, StringSplitOptions.None))
        {
            if (errors.Contains(Bare(part)))
                return true;
        }
        return false;

        static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim(" \t\n!?.…:|-–—");
    }

    public static string? FindWall(string? text)
    {
        foreach (var phrase in Walls)
        {
            if (text is not null && text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return phrase;
        }
        return null;
    }
}
