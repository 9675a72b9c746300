using System.Globalization;
using System.Text;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>
/// A text that CodeHollow.FeedReader may be given. It builds a tree of the whole document, walks it by recursion and asks each element for some forty
/// names, so the bounds stand before it: size, levels, parts, attributes of one element; and no document type, whose entities it would expand.
/// </summary>
internal static class BoundedDocument
{
    /// <summary>Characters; the fetcher takes 10 MiB (fetching.md rule 21).</summary>
    public const int MostCharacters = 16 << 20;

    /// <summary>As many as our own reading of markup allows; the deepest feed of the corpora has some forty.</summary>
    public const int MostLevels = 256;

    /// <summary>Elements, or values of a JSON document: each costs it up to a kilobyte. Feeds of 10 MiB have some hundred thousand.</summary>
    public const int MostParts = 200_000;

    /// <summary>Attributes of one element: it looks through them once for each name that it asks for.</summary>
    public const int MostAttributes = 256;

    /// <param name="bounded">The text to give it, without the characters that it would drop and without a document type.</param>
    /// <returns>Why it may not be given the text; null when it may.</returns>
    public static string? Of(string text, out string bounded)
    {
        bounded = "";
        if (text.Length > MostCharacters)
            return Beyond($"is larger than {MostCharacters >> 20} million characters");
        // It drops these before it parses, which may join what stood apart: so they must be gone before anything is counted.
        var clean = Clean(text);
        if (clean is not ['<', ..])
        {
            bounded = clean;
            return JsonBounds.Fault(clean);
        }

        var bounds = new XmlBounds(clean);
        var fault = bounds.Fault();
        bounded = bounds.WithoutDocumentType();
        return fault;
    }

    public static string Beyond(string what) =>
        string.Create(CultureInfo.InvariantCulture, $"The document {what}, more than CodeHollow.FeedReader is given.");

    private static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u0008') && text.AsSpan().IndexOfAny("\u000B\u000C\u007F\uFEFF") < 0
            && !text.AsSpan().ContainsAnyInRange('\u000E', '\u001F'))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('\u007F' or '\uFEFF' or (< ' ' and not ('\t' or '\n' or '\r'))))
                clean.Append(c);
        }

        return clean.ToString().Trim();
    }
}
