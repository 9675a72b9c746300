namespace Aggregator.Stories.Clustering;

public sealed class StoryCopyTests
{
    private readonly StoryIndex _index = Articles.Index();

    [Fact]
    public void A_copy_joins_its_original_s_story_whatever_its_text()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        var match = _index.Assign(Articles.Chip(2, 1), copyOf: 1);

        Assert.Equal(1, match.StoryId);
        Assert.False(match.IsNew);
        Assert.Equal("copy", match.Why.Rule);
        Assert.Equal(1, match.Why.Other);
    }

    [Fact]
    public void A_copy_of_a_copy_joins_too()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.Recall(2, 1, "b.example"), copyOf: 1);

        Assert.Equal(1, _index.Assign(Articles.Recall(3, 2, "c.example"), copyOf: 2).StoryId);
    }

    [Fact]
    public void A_copy_whose_original_is_unknown_is_decided_by_its_text()
    {
        _index.Assign(Articles.Recall(1, 0), null);

        Assert.Equal(1, _index.Assign(Articles.RecallElsewhere(2, 1), copyOf: 999).StoryId);
        Assert.True(_index.Assign(Articles.Chip(3, 2), copyOf: 999).IsNew);
    }

    [Fact]
    public void Thirty_copies_weigh_as_much_as_one()
    {
        var plain = Articles.Index();
        foreach (var side in (StoryIndex[])[_index, plain])
        {
            side.Assign(Articles.Recall(1, 0), null);
        }

        for (var i = 0; i < 30; i++)
        {
            _index.Assign(Articles.Recall(10 + i, 1, $"outlet{i}.example"), copyOf: 1);
        }

        var (with, without) = (_index.Assign(Articles.RecallElsewhere(100, 2), null), plain.Assign(Articles.RecallElsewhere(100, 2), null));
        Assert.Equal(without.Why.Score, with.Why.Score);
        Assert.Equal(without.Lead, with.Lead);
    }

    [Fact]
    public void A_copy_is_never_the_lead()
    {
        _index.Assign(Articles.Recall(1, 0), null);

        Assert.Equal(1, _index.Assign(Articles.Recall(2, 1, "b.example"), copyOf: 1).Lead);
    }

    [Fact]
    public void Copies_count_as_articles_in_the_window()
    {
        _index.Assign(Articles.Recall(1, 0), null);
        _index.Assign(Articles.Recall(2, 1, "b.example"), copyOf: 1);

        Assert.Equal(2, _index.Count);
    }
}
