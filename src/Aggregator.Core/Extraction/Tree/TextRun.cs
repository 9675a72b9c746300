using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Tree;

/// <summary>Text between two block boundaries: a paragraph, heading, list item or cell, whatever element the page uses for it.</summary>
internal sealed class TextRun
{
    private bool? _isProse;

    public required string Text { get; init; }

    /// <summary>Index of the first and behind the last text node.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The block that holds the run directly.</summary>
    public required PageNode Block { get; init; }

    public required int LinkChars { get; init; }

    public required int Links { get; init; }

    /// <summary>Of the links, those to other sites.</summary>
    public required int OutboundLinks { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Not in the text.</summary>
    public bool Dropped { get; set; }

    /// <summary>A caption: not in the text, but in the HTML beside its picture.</summary>
    public bool Muted { get; set; }

    public int Chars => Text.Length;

    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkChars / Text.Length;

    public bool IsHeading => (Block.Traits & TagTraits.Heading) != 0;

    /// <summary>
    /// Long enough to be a paragraph, and not made of links. 25 characters is Readability's shortest paragraph; a script without blanks needs fewer.
    /// </summary>
    public bool IsProse => _isProse ??= !IsHeading && LinkDensity < 0.5 && (Text.Length >= 25 && (Text.Length >= 80 || EndsSentence)
        || Text.Length >= 12 && EndsSentence && Text[0] > '\u2e80');

    public bool EndsSentence
    {
        get
        {
            for (var i = Text.Length - 1; i >= 0 && i >= Text.Length - 3; i--)
            {
                if (Text[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔' or ':' or '።')
                    return true;
                if (char.IsLetterOrDigit(Text[i]))
                    return false;
            }
            return false;
        }
    }
}
