namespace Aggregator.Stories.Clustering;

/// <summary>The article that stands for its story.</summary>
internal static class Centre
{
    /// <summary>Newest articles that are looked at; bounds the cost of a story of thousands.</summary>
    private const int Newest = 200;

    /// <summary>The id of the story's article that is nearest to its centroid, the oldest among equals; null when none has a text of its own.</summary>
    public static long? Of(StoryCluster story, Vocabulary vocabulary)
    {
        (long? Id, double Score) best = (null, double.MinValue);
        foreach (var article in story.Members.Skip(story.Members.Count - Newest))
        {
            long dot = 0, norm = 0;
            foreach (var term in article.Terms)
            {
                long idf = vocabulary.Idf(term.Id);
                norm += idf * idf * term.Weight * term.Weight;
                dot += idf * idf * term.Weight * story.Sum[term.Id];
            }

            var score = norm == 0 ? 0 : dot / Math.Sqrt(norm);
            if (score > best.Score)
            {
                best = (article.Id, score);
            }
        }

        return best.Id;
    }
}
