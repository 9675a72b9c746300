using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>What a reader would read of a fragment of HTML, and how long it is.</summary>
public static class PlainText
{
    /// <summary>Block boundaries and <c>br</c> become line breaks, other white space one blank; scripts, styles and forms are left out. Formulas, and
    /// pictures that stand for characters, become what they stand for.</summary>
    public static string FromHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var lines = new LineBuilder(html.Length);
        var picture = default(SentencePicture);
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            lines.Text(html);
            return lines.ToString();
        }
        using var fragment = HtmlParsing.ParseFragment(html);
        DomWalk.Visit(fragment?.Content ?? [], Enter, Leave);
        return lines.ToString();

        bool Enter(Node node)
        {
            if (node is TextNode text)
            {
                picture.BeforeText(text.Data, lines);
                lines.Text(text.Data);
                return false;
            }
            if (node is not Element element)
                return false;
            if (Formulas.Of(element) is { } formula)
            {
                lines.Text(formula);
                return false;
            }
            var traits = element.Tag.Traits;
            if ((traits & TagTraits.Opaque) != 0 || Forms.IsNoText(element))
                return false;
            if ((traits & TagTraits.Block) != 0 || element.LocalName == "br")
                Break();
            if (element.LocalName == "img")
                Picture(element);
            return true;
        }

        void Picture(Element image)
        {
            if (TextPictures.TextOf(image) is { } characters)
                lines.Text(characters);
            else
                picture.Meet(image, lines);
        }

        void Break()
        {
            picture.Break();
            lines.Break();
        }

        void Leave(Element element)
        {
            if ((element.Tag.Traits & TagTraits.Block) != 0)
                Break();
        }
    }

    /// <summary>
    /// Words as a reader counts them: runs of letters and digits (with inner apostrophes, hyphens and points), and one per two characters in scripts
    /// written without blanks (Han, Kana, Thai, Khmer, Lao, Burmese: about the mean length of their words).
    /// </summary>
    public static int CountWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = 0;
        var unspaced = 0;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (IsUnspaced(c))
            {
                unspaced++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else
            {
                inWord = inWord && c is '\'' or '\u2019' or '-' or '.' or ',' or '_' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
                    || inWord
                        && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
                            or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            }
        }
        return words + (unspaced + 1) / 2;
    }

    private static bool IsUnspaced(char c) => c >= '\u0e01' && c is >= '\u3041' and <= '\u30ff' or >= '\u3400' and <= '\u4dbf' or >= '\u4e00' and <= '\u9fff'
        or >= '\uf900' and <= '\ufaff' or >= '\u0e01' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff';
}
