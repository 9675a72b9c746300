using System.Collections.Frozen;
using System.Reflection;

namespace Aggregator.Extraction;

/// <summary>The sections of <c>words.txt</c>, the one file with all word lists of extraction.</summary>
internal static class WordLists
{
    /// <summary>The lines of each section; comments and empty lines are left out.</summary>
    public static FrozenDictionary<string, string[]> Sections { get; } = Load();

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Aggregator.Extraction.words.txt")
            ?? throw new InvalidOperationException("words.txt is not embedded");
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
