namespace Aggregator.Stories.Clustering;

/// <summary>The article that stands for its story.</summary>
internal static class Centre
{
    /// <summary>Newest articles that are looked at; bounds the cost of a story of thousands.</summary>
    private const int Newest = 200;

    /// <summary>The id of the story's article that is nearest to its centroid, the oldest among equals; null when none has a text of its own.</summary>
    public static long? Of(StoryCluster story, TermIndex vocabulary)
    {
        if (story.Members.Count == 1)
            return story.Members[0].Id;

        (long? Id, double Score) best = (null, double.MinValue);
        for (var i = Math.Max(0, story.Members.Count - Newest); i < story.Members.Count; i++)
        {
            var score = Likeness(story.Members[i], story.Sum, vocabulary);
            if (score > best.Score)
                best = (story.Members[i].Id, score);
        }

        return best.Id;
    }

    private static double Likeness(IndexedArticle article, TermSum sum, TermIndex vocabulary)
    {
        long dot = 0, norm = 0;
        var at = 0;
        foreach (var term in article.Terms)
        {
            long idf = vocabulary.Idf(term.Id);
            norm += idf * idf * term.Weight * term.Weight;

            // Both are in order, and the sum has every term of its articles.
            at = sum.IndexOf(term.Id, at);
            dot += idf * idf * term.Weight * sum[at].Weight;
        }

        return norm == 0 ? 0 : dot / Math.Sqrt(norm);
    }
}
