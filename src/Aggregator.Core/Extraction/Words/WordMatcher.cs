using System.Buffers;

namespace Aggregator.Extraction.Words;

/// <summary>Finds any of a fixed list of words in class names and ids, in one vectorised pass and without regard to case.</summary>
internal sealed class WordMatcher(params string[] words)
{
    private readonly SearchValues<string> _words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    public bool IsMatch(string? value) => !string.IsNullOrEmpty(value) && value.AsSpan().ContainsAny(_words);
}
