namespace Aggregator.Stories.Clustering;

public sealed class StoryConstraintsTests
{
    [Fact]
    public void Stories_told_apart_are_apart_in_both_directions_and_no_others_are()
    {
        var constraints = new StoryConstraints(7);
        constraints.Separate(1, 2);

        Assert.True(constraints.AreApart(1, 2) && constraints.AreApart(2, 1));
        Assert.False(constraints.AreApart(1, 3) || constraints.AreApart(1, 1));
        Assert.Equal(7, constraints.Version);
    }

    [Fact]
    public void A_merge_passes_on_what_either_was_apart_from()
    {
        var constraints = new StoryConstraints();
        constraints.Separate(2, 9);
        constraints.Separate(1, 8);

        constraints.Merge(2, 1);

        Assert.True(constraints.AreApart(1, 9) && constraints.AreApart(9, 1) && constraints.AreApart(1, 8));
        Assert.False(constraints.AreApart(2, 9));
    }

    [Fact]
    public void A_chain_of_merges_does_not_lead_around_the_word_of_a_person()
    {
        var constraints = new StoryConstraints();
        constraints.Separate(3, 4);

        constraints.Merge(3, 2);
        constraints.Merge(2, 1);

        Assert.True(constraints.AreApart(1, 4));
    }
}
