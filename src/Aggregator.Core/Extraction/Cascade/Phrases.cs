using System.Collections.Frozen;
using System.Reflection;

namespace Aggregator.Extraction.Cascade;

/// <summary>The phrases of <c>phrases.txt</c>.</summary>
internal static class Phrases
{
    private static readonly FrozenDictionary<string, string[]> Sections = Load();

    private static readonly string[] Starts = Sections["starts"];
    private static readonly FrozenSet<string> Lines = Sections["lines"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Tails = Sections["tails"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> AuthorTails = Sections["author-tails"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Teasers = Sections["teasers"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Errors = Sections["errors"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", ": ", " • ", " · ", "! ", ". "];
    private static readonly FrozenSet<string> Counters = Sections["counters"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Walls = Sections["walls"];
    private static readonly string[] Anywhere = Sections["anywhere"];
    private static readonly string[] ContactStarts = Sections["contact-starts"];
    private static readonly string[] Sources = Sections["sources"];
    private static readonly string[] NewsletterWords = Sections["newsletter-words"];
    private static readonly string[] ContactPlaces = Sections["contact-places"];

    /// <summary>"Source: Al Jazeera and news agencies"; what is longer says more than where the text is from.</summary>
    private const int MaxSource = 60;

    public static bool IsCall(string line)
    {
        var text = line.AsSpan().Trim(" \t-–—•|>»*[(:.!…");
        if (Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            return true;
        if (IsCounter(text))
            return true;
        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (text.Length == start.Length || !char.IsLetter(text[start.Length])))
                return true;
        }
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
        ContactStarts.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && line.Length > start.Length && line[start.Length] == ' ') && ContactPlaces.Any(place => line.Contains(place, StringComparison.Ordinal));

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

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Aggregator.Extraction.phrases.txt")
            ?? throw new InvalidOperationException("phrases.txt is not embedded");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                sections[line.Trim('[', ']')] = current = [];
            else
                current.Add(line);
        }
        return sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray());
    }
}
