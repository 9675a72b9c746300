using System.Buffers;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// Light stemming: endings of inflection only, so that <c>merger</c> and <c>merge</c> stay apart but <c>arrests</c>, <c>arrested</c> and
/// <c>arresting</c> meet. Step 1 of Porter (1980), "An algorithm for suffix stripping", made gentler.
/// </summary>
internal static class Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Stem(string word, string language) =>
        HasDigit(word) ? word : language == "en" ? English(word) : Other(word);

    private static string English(string w)
    {
        if (w.Length > 4 && w.EndsWith("ies", StringComparison.Ordinal))
        {
            w = string.Concat(w.AsSpan(0, w.Length - 3), "y");
        }
        else if (w.Length > 4
            && (w.EndsWith("sses", StringComparison.Ordinal)
                || w.EndsWith("shes", StringComparison.Ordinal)
                || w.EndsWith("ches", StringComparison.Ordinal)
                || w.EndsWith("xes", StringComparison.Ordinal)))
        {
            w = w[..^2];
        }
        else if (w.Length > 3 && w != "news" && w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i'))
        {
            w = w[..^1];
        }

        if (w.Length > 5 && w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w, w.Length - 3))
            w = Undouble(w[..^3]);
        else if (w.Length > 4 && w.EndsWith("ed", StringComparison.Ordinal) && w[^3] != 'e' && HasVowel(w, w.Length - 2))
            w = Undouble(w[..^2]);
        else if (w.Length > 5 && w.EndsWith("ly", StringComparison.Ordinal))
            w = w[..^2];

        // A closing e comes and goes with the endings above: release, releas-ed, releas-ing.
        return w.Length > 4 && w[^1] == 'e' ? w[..^1] : w;
    }

    /// <summary>Endings that carry only number, gender or case in the larger European languages.</summary>
    private static string Other(string w)
    {
        foreach (var ending in (ReadOnlySpan<string>)["en", "er", "es", "em", "os", "as", "e", "s", "n", "a", "o"])
        {
            if (w.Length >= ending.Length + 4 && w.EndsWith(ending, StringComparison.Ordinal))
                return w[..^ending.Length];
        }

        return w;
    }

    private static string Undouble(string w) =>
        w.Length > 3 && w[^1] == w[^2] && w[^1] is not ('l' or 's' or 'z') ? w[..^1] : w;

    private static bool HasVowel(string w, int length) => w.AsSpan(0, length).IndexOfAny(Vowels) >= 0;

    private static bool HasDigit(string w) => w.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
