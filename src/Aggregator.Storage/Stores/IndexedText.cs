using System.Text;

namespace Aggregator.Stores;

/// <summary>Texts as every full-text index takes them.</summary>
internal static class IndexedText
{
    private const char FirstPrivate = '\ue000';
    private const char LastPrivate = '\uf8ff';

    /// <summary>A text as it is indexed and asked: without private letters, which an index may use for words of its own, ideographs set apart.</summary>
    public static string Of(string text) => CjkText.Spread(Clean(text));

    /// <summary>The labels of a domain, by which <c>outlet:theverge</c> finds theverge.com.</summary>
    public static string[] Labels(string domain) => Clean(domain).Split(['.', '-', ' ', '\0'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>There is something in it that an index makes words of: letters and numbers.</summary>
    public static bool HasWord(string text) => text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) || Rune.IsNumber(rune));

    private static string Clean(string text) => text.AsSpan().ContainsAnyInRange(FirstPrivate, LastPrivate)
        ? string.Concat(text.Select(c => c is >= FirstPrivate and <= LastPrivate ? ' ' : c))
        : text;
}
