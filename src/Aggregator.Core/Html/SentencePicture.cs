using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>
/// A picture in the middle of a sentence ("I <c>[love]</c> this town"): the sentence is not whole without its alternative text. What stands before and
/// behind it tells it from a picture that merely floats beside the text.
/// </summary>
internal struct SentencePicture
{
    /// <summary>A word or two; longer alternatives describe what is seen.</summary>
    private const int LongestWord = 40;

    /// <summary>Pixels: characters are not wider.</summary>
    private const int Widest = 120;

    private static readonly string[] Furniture = ["icon", "logo", "external", "link", "window", "image", "photo", "picture", ".jp", ".png", ".gif", "avatar"];

    private string? _word;
    private bool _blankBehind;

    /// <param name="line">What was written so far.</param>
    public void Meet(Element image, LineBuilder line)
    {
        var goesOn = !line.IsLineEmpty && (char.IsLetterOrDigit(line.Last) || line.Last is ',' or '(' or '–' or '-' or '\'' or '’' or '"' or '“');
        _word = goesOn && IsWord(image) ? image.GetAttribute("alt")!.Trim() : null;
        _blankBehind = false;
    }

    /// <summary>Writes the word if the sentence goes on behind it.</summary>
    /// <param name="text">What comes next.</param>
    public void BeforeText(ReadOnlySpan<char> text, LineBuilder line)
    {
        var next = text.TrimStart();
        if (_word is null || next.IsEmpty)
        {
            _blankBehind = true;
            return;
        }

        if (char.IsLower(next[0]) || next[0] is '.' or ',' or ';' or ')' or '?' or '!')
        {
            line.Text(_word);
            line.Text(_blankBehind ? " " : "");
        }

        _word = null;
    }

    /// <summary>The line has ended.</summary>
    public void Break() => _word = null;

    private static bool IsWord(Element image)
    {
        if (image.GetAttribute("alt") is not { Length: <= LongestWord } alt || !alt.Any(char.IsLetter))
            return false;
        if (int.TryParse(image.GetAttribute("width"), out var width) && width > Widest)
            return false;
        foreach (var mark in Furniture)
        {
            if (alt.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
