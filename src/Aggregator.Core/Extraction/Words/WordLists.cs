using System.Collections.Frozen;
using Aggregator.Text;

namespace Aggregator.Extraction.Words;

/// <summary>The sections of <c>words.txt</c>, the one file with all word lists of extraction.</summary>
internal static class WordLists
{
    public static FrozenDictionary<string, string[]> Sections { get; } = EmbeddedFile.Sections("Extraction.Words.words.txt");

    /// <summary>A section of names, as many on a line as fit.</summary>
    public static string[] Names(string section) => [.. Sections[section].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>A section of phrases, one a line, whose blanks at the ends are written as <c>_</c>.</summary>
    public static string[] Marks(string section) => [.. Sections[section].Select(Mark)];

    /// <summary>Names, or phrases where the section has one a line, without regard to case.</summary>
    public static FrozenSet<string> Set(this IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static string Mark(string line)
    {
        var start = line[0] == '_' ? 1 : 0;
        var end = line[^1] == '_' ? 1 : 0;
        return $"{" "[..start]}{line[start..^end]}{" "[..end]}";
    }
}
