using Aggregator.Model;

namespace Aggregator.Stories.Novelty;

/// <summary>What one article added to its story.</summary>
/// <param name="Published">The article's time.</param>
/// <param name="Novelty">Share of the article's words that stand in <paramref name="Sentences"/>, 0 to 1.</param>
/// <param name="Sentences">The new and the changed ones, in the article's order.</param>
public sealed record StoryUpdate(DateTimeOffset Published, long Article, double Novelty, IReadOnlyList<SentenceVerdict> Sentences);

/// <summary>Tells a story as a row of updates.</summary>
public static class StoryUpdates
{
    /// <param name="articles">A story's articles in order of arrival.</param>
    /// <returns>An update for each article that added something, in the same order.</returns>
    public static IEnumerable<StoryUpdate> Of(IEnumerable<ArticleText> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var novelty = new StoryNovelty();
        foreach (var article in articles)
        {
            var added = novelty.Add(article);
            SentenceVerdict[] sentences = [.. added.Sentences.Where(sentence => sentence.Novelty is SentenceNovelty.New or SentenceNovelty.Changed)];
            if (sentences.Length > 0)
                yield return new StoryUpdate(article.Published, article.Id, added.Novelty, sentences);
        }
    }
}
