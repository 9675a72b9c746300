using System.Collections.Frozen;
using Aggregator.Text;

namespace Aggregator.Extraction.Words;

/// <summary>The sections of <c>words.txt</c>, the one file with all word lists of extraction.</summary>
internal static class WordLists
{
    public static FrozenDictionary<string, string[]> Sections { get; } = EmbeddedFile.Sections("Extraction.Words.words.txt");
}
