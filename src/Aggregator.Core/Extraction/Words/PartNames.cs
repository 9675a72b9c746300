using System.Collections.Frozen;

namespace Aggregator.Extraction.Words;

/// <summary>What the words in an element's id, class and role tell of its content.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,

    /// <summary>The article's text itself, named so precisely that the first hit is taken.</summary>
    Body = 1,

    /// <summary>Likely holds the article's text, with more around it.</summary>
    Story = 2,

    /// <summary>Furniture: navigation, sharing, newsletters, advertisements, related links.</summary>
    Furniture = 4,

    /// <summary>Furniture more often than not.</summary>
    Doubtful = 8,

    /// <summary>Readers' comments.</summary>
    Comments = 16,

    /// <summary>Author's name, date, tags: belongs to the article but is not its text.</summary>
    Credits = 32,

    /// <summary>Caption or credit of a picture.</summary>
    Caption = 64,

    /// <summary>A page's main column.</summary>
    Main = 128,

    /// <summary>A dialog that asks for consent to cookies.</summary>
    Consent = 256,

    /// <summary>The paragraph between headline and text.</summary>
    Lead = 512,

    /// <summary>For screen readers only.</summary>
    Unseen = 1024,

    /// <summary>Folds up until a reader clicks on its heading.</summary>
    Folded = 2048,

    /// <summary>A post of a network that the article quotes.</summary>
    Post = 4096,
}

/// <summary>The names of <c>words.txt</c>: all that the extractor knows of how pages name their parts.</summary>
internal static class PartNames
{
    private static readonly FrozenDictionary<string, WordKinds> Words = Load();
    private static readonly FrozenDictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Longest phrase in words.txt, in words.</summary>
    private const int MaxPhrase = 3;

    /// <summary>
    /// Reads one attribute: blank-separated names, each cut into words at hyphens, underscores and capitals; phrases of up to three words count, and
    /// # stands for a number that begins a word.
    /// </summary>
    public static WordKinds Read(string attribute)
    {
        // Generated class lists run to thousands of characters; the telling names stand first.
        Span<char> text = stackalloc char[Math.Min(attribute.Length * 2, 512)];
        Span<int> starts = stackalloc int[64];
        var kinds = WordKinds.None;
        foreach (var range in attribute.AsSpan().SplitAny(' ', '\n', '\t', '\r'))
        {
            var name = attribute.AsSpan(range);
            if (name is "hidden" or "is-hidden" or "d-none")
            {
                kinds |= IsShownOnSomeScreens(attribute) || attribute.Contains("accordion", StringComparison.OrdinalIgnoreCase)
                    ? WordKinds.None
                    : WordKinds.Furniture;
                continue;
            }
            if (name.Length is 0 or > 200 || IsState(name, attribute))
                continue;
            var length = 0;
            var count = 0;
            var previousLower = false;
            var atStart = true;
            var inNumber = false;
            foreach (var c in name)
            {
                if (!char.IsLetterOrDigit(c))
                {
                    atStart = true;
                    previousLower = false;
                    continue;
                }
                if (atStart || char.IsUpper(c) && previousLower)
                {
                    if (count == starts.Length || length + 2 >= text.Length)
                        break;
                    if (length > 0)
                        text[length++] = '-';
                    starts[count++] = length;
                }
                if (length + 2 >= text.Length)
                    break;
                if (char.IsAsciiDigit(c) && (atStart || inNumber))
                {
                    if (atStart)
                        text[length++] = '#';
                    (atStart, inNumber, previousLower) = (false, true, true);
                    continue;
                }
                atStart = inNumber = false;
                previousLower = char.IsLower(c) || char.IsDigit(c);
                text[length++] = char.ToLowerInvariant(c);
            }
            kinds |= Match(text[..length], starts[..count]);
        }
        return kinds;
    }

    /// <summary>Tailwind ("hidden md:block") and Bootstrap ("d-none d-md-block") hide a part by one class and show it on wider screens by the next.</summary>
    private static bool IsShownOnSomeScreens(string attribute) =>
        attribute.Contains(":block", StringComparison.Ordinal)
            || attribute.Contains(":flex", StringComparison.Ordinal)
            || attribute.Contains(":grid", StringComparison.Ordinal)
        || attribute.Contains(":inline", StringComparison.Ordinal)
            || attribute.Contains(":table", StringComparison.Ordinal)
            || attribute.Contains(":visible", StringComparison.Ordinal)
        || attribute.Contains("d-sm-", StringComparison.Ordinal)
            || attribute.Contains("d-md-", StringComparison.Ordinal)
            || attribute.Contains("d-lg-", StringComparison.Ordinal);

    /// <summary>Names that tell what a thing has, or what it is filed under (WordPress writes all its tags into the class), not what it is.</summary>
    private static bool IsState(ReadOnlySpan<char> name, string attribute) =>
        name.StartsWith("has-") || name.StartsWith("no-") || name.StartsWith("with-") || name.StartsWith("without-") || name.StartsWith("hide-")
        || name.StartsWith("field--label-")
            || name.StartsWith("category-")
            || name.StartsWith("format-")
            || name.StartsWith("status-")
            || name.StartsWith("wp-") && name.EndsWith("-singular")
        || (name.StartsWith("tag-") || name.StartsWith("author-") || name.StartsWith("type-")) && attribute.Contains("hentry", StringComparison.Ordinal);

    private static WordKinds Match(ReadOnlySpan<char> text, ReadOnlySpan<int> starts)
    {
        var kinds = WordKinds.None;
        for (var first = 0; first < starts.Length; first++)
        {
            for (var last = first; last < starts.Length && last < first + MaxPhrase; last++)
            {
                var end = last + 1 < starts.Length ? starts[last + 1] - 1 : text.Length;
                if (Lookup.TryGetValue(text[starts[first]..end], out var found))
                    kinds |= found;
            }
        }
        return kinds;
    }

    private static FrozenDictionary<string, WordKinds> Load()
    {
        var words = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        foreach (var (section, lines) in WordLists.Sections)
        {
            if (!Enum.TryParse<WordKinds>(section, out var kind))
                continue;
            foreach (var word in lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                words[word] = words.GetValueOrDefault(word) | kind;
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
