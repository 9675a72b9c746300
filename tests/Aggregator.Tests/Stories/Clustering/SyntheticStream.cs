using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>A stream of made-up articles with overlapping words, the same for the same seed: enough of a muddle that joins, new stories and merges all happen.</summary>
internal static class SyntheticStream
{
    public static List<(ArticleText Article, long? CopyOf)> Make(int seed, int count)
    {
        var random = new Random(seed);
        var stream = new List<(ArticleText, long?)>();
        for (var i = 0; i < count; i++)
        {
            var story = Math.Max(0, (i / 4) - random.Next(4));
            var words = Enumerable.Range(0, 40).Select(_ => random.Next(3) switch
            {
                0 => $"event{story}w{random.Next(12)}",
                1 => $"Topic{story % 7}w{random.Next(30)}",
                _ => $"common{random.Next(200)}",
            }).ToList();
            var article = Articles.Make(i + 1, $"outlet{random.Next(9)}.example", (i * 3) + random.NextDouble(), string.Join(' ', words.Take(8)), string.Join(' ', words.Skip(8)));
            stream.Add((article, i > 0 && random.Next(12) == 0 ? random.Next(i) + 1 : null));
        }

        return stream;
    }
}
