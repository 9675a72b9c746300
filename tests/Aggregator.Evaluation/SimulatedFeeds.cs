using Aggregator.Html;

namespace Aggregator;

/// <summary>One way in which a feed could have given an article.</summary>
/// <param name="Way">How the text was cut and dressed.</param>
/// <param name="IsContentElement">Given as content, not as a description.</param>
/// <param name="Share">How much of the article's words it holds, 0 to 1: what it is judged by.</param>
internal sealed record SimulatedFeed(string Way, string Text, bool IsContentElement, double Share);

/// <summary>
/// Gives an article's known text as feeds give articles: whole, as one line, with the line that blog software adds, cut at so many words with and without
/// a sign of it, the first paragraph, half of the paragraphs. Each both as content and as a description.
/// </summary>
internal static class SimulatedFeeds
{
    private static readonly int[] Cuts = [30, 55, 100, 200, 400];

    private static readonly string[] Signs = ["…", " [...]", "... Read more", "\nContinue reading →", ""];

    public static IEnumerable<SimulatedFeed> Of(string article)
    {
        var all = PlainText.CountWords(article);
        foreach (var (way, text) in Ways(article))
        {
            var share = Math.Min(1, (double)PlainText.CountWords(text) / all);
            yield return new SimulatedFeed(way, text, true, share);
            yield return new SimulatedFeed(way, text, false, share);
        }
    }

    private static IEnumerable<(string Way, string Text)> Ways(string article)
    {
        var lines = article.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var whole = string.Join('\n', lines);
        yield return ("whole", whole);
        yield return ("whole, one line", string.Join(' ', lines));
        yield return ("whole, \"appeared first on\"", whole + "\nThe post A headline appeared first on An outlet.");
        yield return ("whole, \"read more\" of another", whole + "\nRead more: Another headline of the outlet that is about something else entirely\nComments (12)");
        yield return ("first paragraph", lines[0]);
        if (lines.Length >= 4)
            yield return ("half of the paragraphs", string.Join('\n', lines[..(lines.Length / 2)]));
        foreach (var words in Cuts)
        {
            // blanks stand for words; texts without blanks are cut at twice as many characters
            var cut = CutAt(whole, words);
            if (cut.Length == whole.Length)
                continue;
            foreach (var sign in Signs)
                yield return ($"{words} words, {(sign.Length == 0 ? "no sign" : $"\"{sign.Trim()}\"")}", cut + sign);
        }
    }

    private static string CutAt(string text, int words)
    {
        var seen = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && ++seen == words)
                return text[..i];
            // Han and kana are written without blanks, two characters a word
            if (text[i] >= '\u3041' && i >= words * 2)
                return text[..i];
        }

        return text;
    }
}
