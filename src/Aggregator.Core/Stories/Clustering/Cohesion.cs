namespace Aggregator.Stories.Clustering;

/// <summary>How alike a story's articles are among themselves.</summary>
internal static class Cohesion
{
    /// <summary>Articles below which the likeness of a story says little of it.</summary>
    private const int Least = 3;

    /// <summary>Newest articles whose length is looked at; lengths differ little, so a sample does for a story of thousands.</summary>
    private const int Newest = 24;

    /// <summary>
    /// Mean cosine of two different articles of the story, 0 to 1; null where they are too few. Taken from the length of their sum, which for n
    /// vectors of length 1 has the square n + n (n - 1) times that mean (group-average clustering; Manning, Raghavan, Schütze 2008, section 17.3).
    /// </summary>
    public static double? Of(StoryCluster story, TermIndex vocabulary)
    {
        var members = story.Members;
        var count = members.Count;
        if (count < Least)
            return null;

        var lengths = 0.0;
        var first = Math.Max(0, count - Newest);
        for (var i = first; i < count; i++)
            lengths += Math.Sqrt(Square(members[i], vocabulary));

        var mean = lengths / (count - first);
        var square = story.Square(vocabulary) / (mean * mean);
        return lengths == 0 ? null : Math.Clamp((square - count) / ((double)count * (count - 1)), 0, 1);
    }

    private static long Square(IndexedArticle article, TermIndex vocabulary)
    {
        long sum = 0;
        foreach (var term in article.Terms)
        {
            var part = (long)vocabulary.Idf(term.Id) * term.Weight;
            sum += part * part;
        }

        return sum;
    }
}
