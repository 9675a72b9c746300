namespace Aggregator.Stories.Clustering;

public sealed class StoryMergeTests
{
    /// <summary>Two stories on one event that were told apart, as after a start from a store with such stories.</summary>
    private static StoryIndex Split(long first, long second, StoryConstraints? constraints = null)
    {
        var index = new StoryIndex(new StoryOptions(), constraints);
        index.Restore(Articles.Recall(first, 0), first, null);
        index.Restore(Articles.RecallElsewhere(second, 1), second, null);
        return index;
    }

    [Fact]
    public void Two_stories_that_prove_to_be_one_merge_and_the_older_id_stays()
    {
        var match = Split(1, 2).Assign(Articles.RecallThird(3, 2), null);

        Assert.Equal(1, match.StoryId);
        Assert.Equal([2L], match.Merged);
        Assert.False(match.IsNew);
    }

    [Fact]
    public void What_comes_after_a_merge_joins_the_older_story()
    {
        var index = Split(1, 2);
        index.Assign(Articles.RecallThird(3, 2), null);

        var next = index.Assign(Articles.RecallElsewhere(4, 3, "late.example"), null);
        Assert.Equal(1, next.StoryId);
        Assert.Empty(next.Merged);
    }

    [Fact]
    public void A_copy_of_an_article_of_the_younger_story_goes_to_the_older_one()
    {
        var index = Split(1, 2);
        index.Assign(Articles.RecallThird(3, 2), null);

        Assert.Equal(1, index.Assign(Articles.RecallElsewhere(4, 3, "late.example"), copyOf: 2).StoryId);
    }

    [Fact]
    public void A_merge_is_explained()
    {
        var match = Split(1, 2).Assign(Articles.RecallThird(3, 2), null);

        Assert.Equal("merge", match.Why.Rule);
        Assert.Contains(match.Why.Evidence, e => e.Contains("story 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Unrelated_stories_do_not_merge_through_an_article_that_mentions_both()
    {
        var index = Articles.Index();
        index.Assign(Articles.Recall(1, 0), null);
        index.Assign(Articles.Chip(2, 1), null);

        var both = index.Assign(Articles.Make(3, "roundtable.example", 2,
            "Norvolt recalls Aurora sedans over battery fires and Halden unveils laptop processor",
            "Norvolt is recalling 84,000 Aurora sedans after battery fires blamed on a Keltron coolant seal. Halden unveiled the Quill X2, a two nanometre laptop processor with eighteen cores, in Taipei."), null);
        Assert.Empty(both.Merged);
        Assert.Equal(2, index.Assign(Articles.ChipElsewhere(4, 3), null).StoryId);
    }

    [Fact]
    public void Stories_that_a_person_told_apart_do_not_merge()
    {
        var index = Split(1, 2, Apart(1, 2));

        Assert.Empty(index.Assign(Articles.RecallThird(3, 2), null).Merged);
        Assert.Equal(2, index.Assign(Articles.RecallElsewhere(4, 3, "late.example"), copyOf: 2).StoryId);
    }

    [Fact]
    public void Stories_told_apart_do_not_merge_by_way_of_a_third()
    {
        var index = Split(1, 2, Apart(2, 9));
        index.Restore(Articles.Recall(9, 1.5, "ninth.example"), 9, null);

        var bridge = index.Assign(Articles.RecallThird(10, 2), null);

        var one = new HashSet<long>([bridge.StoryId, .. bridge.Merged]);
        Assert.Equal(2, one.Count);
        Assert.False(one.IsSupersetOf([2L, 9L]));
    }

    private static StoryConstraints Apart(long a, long b)
    {
        var constraints = new StoryConstraints(1);
        constraints.Separate(a, b);
        return constraints;
    }
}
