using System.Globalization;
using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>Pictures that stand for characters: emoji, smileys, formulas. Their alternative text is part of what is read.</summary>
internal static class TextPictures
{
    /// <summary>TeX of a long formula; a longer alternative describes a picture.</summary>
    private const int LongestFormula = 500;

    private static readonly string[] FormulaMarks = ["latex", "math", "formula", "equation", "codecogs", "mimetex"];

    private static readonly string[] FaceMarks = ["emoji", "smiley", "emoticon"];

    /// <summary>The characters that an emoji's picture stands for; null for any other picture. ":eek:" is the name of one and no characters.</summary>
    public static string? Emoji(Element image)
    {
        if (image.GetAttribute("alt") is not { Length: > 0 and <= 32 } alt || alt is [':', _, _, .., ':'])
            return null;
        return Marked(image, FaceMarks) || IsEmoji(alt) ? alt : null;
    }

    /// <summary>The text that the picture stands for, whatever is around it; null where it is a picture like any other.</summary>
    public static string? TextOf(Element image) =>
        Emoji(image) ?? (image.GetAttribute("alt") is { Length: > 0 and <= LongestFormula } alt && (Marked(image, FormulaMarks) || IsTex(alt))
            ? alt
            : null);

    private static bool Marked(Element image, string[] marks) => Holds(image.ClassName, marks) || Holds(image.GetAttribute("src"), marks);

    private static bool Holds(string? value, string[] marks)
    {
        if (value is null || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var mark in marks)
        {
            if (value.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsTex(string alt) =>
        alt is ['$', _, .., '$'] || alt.StartsWith("\\(", StringComparison.Ordinal) || alt.Contains("\\frac", StringComparison.Ordinal);

    private static bool IsEmoji(string alt)
    {
        // Ticks and arrows are the bullets of lists; what is meant as an emoji lies beyond them or says so (U+FE0F).
        var symbols = 0;
        if (!alt.Contains('\uFE0F', StringComparison.Ordinal) && !alt.Any(char.IsSurrogate))
            return false;
        foreach (var rune in alt.EnumerateRunes())
        {
            switch (System.Text.Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.OtherSymbol:
                    symbols++;
                    break;
                // What joins and colours them.
                case UnicodeCategory.Format or UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                default:
                    return false;
            }
        }

        return symbols > 0;
    }
}
