using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

public sealed class StoryRestoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_stream_gives_the_same_decisions(int seed)
    {
        var stream = SyntheticStream.Make(seed, 300);

        Assert.Equal(Run(Articles.Index(), stream), Run(Articles.Index(), stream));
    }

    [Theory]
    [InlineData(4, 10)]
    [InlineData(5, 150)]
    [InlineData(6, 299)]
    public void A_restored_index_decides_like_one_that_never_stopped(int seed, int stop)
    {
        var stream = SyntheticStream.Make(seed, 300);
        var undisturbed = Articles.Index();
        var before = Run(undisturbed, [.. stream.Take(stop)]);

        var restored = Articles.Index();
        Restore(restored, stream.Take(stop), before);

        Assert.Equal(undisturbed.Count, restored.Count);
        Assert.Equal(Run(undisturbed, [.. stream.Skip(stop)]), Run(restored, [.. stream.Skip(stop)]));
    }

    [Fact]
    public void Restoring_the_window_alone_is_enough()
    {
        var stream = SyntheticStream.Make(7, 300);
        var undisturbed = Articles.Index();
        var before = Run(undisturbed, [.. stream.Take(250)]);
        var newest = stream[249].Article.Published;

        var restored = Articles.Index();
        var kept = stream.Take(250).Zip(before).Where(p => p.First.Article.Published > newest.AddDays(-14).AddHours(-2)).ToList();
        Restore(restored, kept.Select(p => p.First), [.. kept.Select(p => p.Second)], before);

        Assert.True(kept.Count < 200);
        Assert.Equal(undisturbed.Count, restored.Count);
        Assert.Equal(Run(undisturbed, [.. stream.Skip(250)]), Run(restored, [.. stream.Skip(250)]));
    }

    [Fact]
    public void A_restored_article_is_not_decided_again()
    {
        var index = Articles.Index();
        index.Restore(Articles.Recall(1, 0), 1, null);
        index.Restore(Articles.Chip(2, 1), 1, null);

        Assert.Equal(1, index.Assign(Articles.ChipElsewhere(3, 2), null).StoryId);
    }

    [Fact]
    public void A_restored_story_keeps_an_id_whose_article_is_long_gone()
    {
        var index = Articles.Index();
        index.Restore(Articles.Recall(50, 0), 3, null);

        Assert.Equal(3, index.Assign(Articles.RecallElsewhere(51, 1), null).StoryId);
    }

    [Fact]
    public void The_streams_of_these_tests_hold_joins_new_stories_and_copies()
    {
        var decisions = Run(Articles.Index(), SyntheticStream.Make(5, 300));

        Assert.Contains(decisions, d => d.Rule == "join");
        Assert.Contains(decisions, d => d.IsNew);
        Assert.Contains(decisions, d => d.Rule == "copy");
    }

    private sealed record Outcome(long Article, long Story, bool IsNew, long Lead, string Merged, string Rule, double? Score);

    private static List<Outcome> Run(StoryIndex index, List<(ArticleText Article, long? CopyOf)> stream) =>
        [.. stream.Select(s => (s.Article.Id, Match: index.Assign(s.Article, s.CopyOf)))
            .Select(m => new Outcome(m.Id, m.Match.StoryId, m.Match.IsNew, m.Match.Lead, string.Join(',', m.Match.Merged), m.Match.Why.Rule, m.Match.Why.Score))];

    /// <summary>Restores with the stories as they stand after all merges, as the store has them.</summary>
    private static void Restore(StoryIndex index, IEnumerable<(ArticleText Article, long? CopyOf)> stream, List<Outcome> outcomes, List<Outcome>? all = null)
    {
        var redirects = (all ?? outcomes).Where(o => o.Merged.Length > 0)
            .SelectMany(o => o.Merged.Split(',').Select(y => (Younger: long.Parse(y, System.Globalization.CultureInfo.InvariantCulture), o.Story)))
            .ToDictionary(r => r.Younger, r => r.Story);
        foreach (var ((article, copyOf), outcome) in stream.Zip(outcomes))
        {
            var story = outcome.Story;
            while (redirects.TryGetValue(story, out var older))
            {
                story = older;
            }

            index.Restore(article, story, copyOf);
        }
    }
}
