using Aggregator.Stores;

namespace Aggregator.Pages;

/// <summary>The first lines of an article.</summary>
internal static class Excerpt
{
    /// <summary>Three lines of the page's text width.</summary>
    private const int Length = 260;

    public static string Of(ArticleRow article)
    {
        var text = article.Summary is { Length: > 0 } summary ? summary : article.Text.Split('\n', 2)[0];
        if (text.Length <= Length)
            return text;
        var cut = text.LastIndexOf(' ', Length);
        return string.Concat(text.AsSpan(0, cut > Length / 2 ? cut : Length), "…");
    }
}
