namespace Aggregator.Stories.Clustering;

public sealed class StoryWindowTests
{
    private readonly StoryIndex _index = Articles.Index();

    [Fact]
    public void What_has_left_the_window_is_not_joined_any_more()
    {
        _index.Assign(Articles.Recall(1, 0), null);

        Assert.True(_index.Assign(Articles.RecallElsewhere(2, 15 * 24), null).IsNew);
        Assert.Equal(1, _index.Count);
    }

    [Fact]
    public void The_window_can_be_made_shorter()
    {
        var day = new StoryIndex(new StoryOptions { Window = TimeSpan.FromDays(1) });
        day.Assign(Articles.Recall(1, 0), null);

        Assert.True(day.Assign(Articles.RecallElsewhere(2, 26), null).IsNew);
    }

    [Fact]
    public void Forgetting_drops_what_was_published_before()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.Chip(2, 10), null);
        _index.Forget(Articles.Start.AddHours(5));

        Assert.Equal(1, _index.Count);
        Assert.True(_index.Assign(Articles.RecallElsewhere(3, 11), null).IsNew);
        Assert.Equal(2, _index.Assign(Articles.ChipElsewhere(4, 11), null).StoryId);
    }

    [Fact]
    public void A_story_outlives_its_first_article()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.RecallElsewhere(2, 10), null);
        _index.Forget(Articles.Start.AddHours(5));

        Assert.Equal(1, _index.Assign(Articles.RecallThird(3, 11), null).StoryId);
    }

    [Fact]
    public void An_article_from_before_the_window_is_decided_but_not_kept()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.Chip(2, 1), null);
        _index.Forget(Articles.Start.AddHours(-1));

        Assert.True(_index.Assign(Articles.Breach(3, -5), null).IsNew);
        Assert.Equal(2, _index.Count);
    }

    [Fact]
    public void Forgetting_all_leaves_an_empty_index_that_works()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.Recall(2, 0, "b.example"), copyOf: 1);
        _index.Forget(Articles.Start.AddDays(1));

        Assert.Equal(0, _index.Count);
        Assert.True(_index.Assign(Articles.RecallElsewhere(3, 30), null).IsNew);
        Assert.Equal(3, _index.Assign(Articles.RecallThird(4, 31), null).StoryId);
    }

    [Fact]
    public void Forgetting_an_earlier_time_changes_nothing()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Forget(Articles.Start.AddHours(-3));
        _index.Forget(Articles.Start.AddHours(-9));

        Assert.Equal(1, _index.Assign(Articles.RecallElsewhere(2, 1), null).StoryId);
    }

    [Fact]
    public void The_vocabulary_does_not_grow_beyond_the_window()
    {
        var day = new StoryIndex(new StoryOptions { Window = TimeSpan.FromDays(1) });
        for (var i = 0; i < 400; i++)
        {
            day.Assign(Articles.Make(i + 1, "a.example", i * 6, $"Word{i}x thing{i}y", $"Only here stands item{i}z."), null);
        }

        // Five articles fit into a day and an hour; each has seven terms at most.
        Assert.InRange(day.Count, 1, 6);
        Assert.InRange(day.VocabularySize, 1, 60);
    }
}
