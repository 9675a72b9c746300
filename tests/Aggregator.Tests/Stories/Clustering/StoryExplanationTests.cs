namespace Aggregator.Stories.Clustering;

public sealed class StoryExplanationTests
{
    private readonly StoryIndex _index = Articles.Index();

    [Fact]
    public void A_join_names_what_is_shared()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        var why = _index.Assign(Articles.RecallElsewhere(2, 3), null).Why;

        Assert.Equal(("story", "join", 1L), (why.Kind, why.Rule, why.Other));
        Assert.True(why.Score >= why.Threshold);
        Assert.Contains(why.Evidence, e => e.StartsWith("shared names, with how rare they are:", StringComparison.Ordinal) && e.Contains("norvolt", StringComparison.Ordinal));
        Assert.Contains(why.Evidence, e => e.StartsWith("shared numbers, with how rare they are:", StringComparison.Ordinal) && e.Contains("84000", StringComparison.Ordinal));
        Assert.Contains(why.Evidence, e => e.Contains("days apart", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_story_names_the_best_one_that_was_not_good_enough()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        var why = _index.Assign(Articles.RecallWeekLater(2, 100), null).Why;

        Assert.Equal(("new", 1L), (why.Rule, why.Other));
        Assert.True(why.Score < why.Threshold);
    }

    [Fact]
    public void The_very_first_story_says_that_nothing_was_near()
    {
        var why = _index.Assign(Articles.Recall(1, 0), null).Why;

        Assert.Equal("new", why.Rule);
        Assert.Null(why.Score);
        Assert.NotEmpty(why.Evidence);
    }

    [Fact]
    public void Evidence_is_short_enough_to_show()
    {
        _index.Assign(Articles.Recall(1, 0), null);

        Assert.All(_index.Assign(Articles.RecallElsewhere(2, 3), null).Why.Evidence, e => Assert.InRange(e.Length, 1, 300));
    }
}
