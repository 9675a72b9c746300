using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

public sealed class StoryIndexTests
{
    private readonly StoryIndex _index = Articles.Index();

    private StoryMatch Assign(ArticleText article, long? copyOf = null) => _index.Assign(article, copyOf);

    [Fact]
    public void The_first_article_opens_a_story_with_its_own_id()
    {
        var match = Assign(Articles.Recall(7, 0));

        Assert.True(match.IsNew);
        Assert.Equal(7, match.StoryId);
        Assert.Equal(7, match.Lead);
        Assert.Empty(match.Merged);
    }

    [Fact]
    public void Three_outlets_on_one_event_are_one_story()
    {
        Assign(Articles.Recall(1, 0));
        var second = Assign(Articles.RecallElsewhere(2, 3));
        var third = Assign(Articles.RecallThird(3, 9));

        Assert.Equal((1L, false), (second.StoryId, second.IsNew));
        Assert.Equal((1L, false), (third.StoryId, third.IsNew));
    }

    [Fact]
    public void Different_events_are_different_stories()
    {
        Assign(Articles.Recall(1, 0));

        Assert.True(Assign(Articles.Chip(2, 1)).IsNew);
        Assert.True(Assign(Articles.Breach(3, 2)).IsNew);
    }

    [Fact]
    public void A_story_goes_on_while_others_come_in_between()
    {
        Assign(Articles.Recall(1, 0));
        Assign(Articles.Chip(2, 1));
        Assign(Articles.Breach(3, 2));

        Assert.Equal(1, Assign(Articles.RecallElsewhere(4, 5)).StoryId);
        Assert.Equal(2, Assign(Articles.ChipElsewhere(5, 6)).StoryId);
    }

    [Fact]
    public void A_week_later_something_new_of_the_same_company_is_a_new_story()
    {
        Assign(Articles.Recall(1, 0));
        Assign(Articles.RecallElsewhere(2, 3));

        Assert.True(Assign(Articles.RecallWeekLater(3, 7 * 24)).IsNew);
    }

    [Fact]
    public void Something_new_of_the_same_company_on_the_same_day_is_a_new_story()
    {
        Assign(Articles.Recall(1, 0));
        Assign(Articles.RecallElsewhere(2, 3));

        Assert.True(Assign(Articles.RecallWeekLater(3, 5)).IsNew);
    }

    [Fact]
    public void The_next_day_s_development_joins()
    {
        Assign(Articles.Recall(1, 0));
        Assign(Articles.RecallElsewhere(2, 3));
        var next = Assign(Articles.Make(3, "northnews.example", 26,
            "Keltron shares fall after Norvolt recall of 84,000 Aurora sedans",
            "Shares of Keltron fell nine percent after Norvolt blamed the supplier's coolant seal for battery fires in its Aurora sedan. Norvolt is recalling 84,000 cars in Norway and Canada."));

        Assert.Equal(1, next.StoryId);
    }

    [Fact]
    public void Bare_headlines_of_one_event_are_one_story()
    {
        Assign(Articles.Make(1, "a.example", 0, "Norvolt recalls 84,000 Aurora sedans over battery fires"));
        Assign(Articles.Make(2, "b.example", 1, "Halden unveils Quill X2 laptop processor"));

        Assert.Equal(1, Assign(Articles.Make(3, "c.example", 2, "Norvolt to recall Aurora sedans after battery fires")).StoryId);
        Assert.Equal(2, Assign(Articles.Make(4, "d.example", 3, "Quill X2 is Halden's new laptop processor")).StoryId);
    }

    [Fact]
    public void An_article_without_a_word_opens_a_story_of_its_own()
    {
        Assign(Articles.Make(1, "a.example", 0, "", ""));

        Assert.True(Assign(Articles.Make(2, "a.example", 1, "!!!", "")).IsNew);
    }

    [Fact]
    public void The_oldest_article_keeps_the_story_s_id_when_published_times_run_backwards()
    {
        Assign(Articles.Recall(1, 10));

        Assert.Equal(1, Assign(Articles.RecallElsewhere(2, 0)).StoryId);
    }

    [Fact]
    public void The_lead_is_the_article_that_the_others_are_most_like()
    {
        Assign(Articles.Make(1, "fringe.example", 0, "Norvolt recalls Aurora sedans: what our readers think of dashboards, cup holders and seat leather", "Readers wrote about Norvolt Aurora sedans, battery fires, the recall, and about upholstery, mirrors, stereo speakers, umbrellas in doors, paint colours and the price of tyres in winter."));
        Assign(Articles.Recall(2, 1));
        Assign(Articles.RecallElsewhere(3, 2));
        var match = Assign(Articles.RecallThird(4, 3));

        Assert.NotEqual(1, match.Lead);
        Assert.Contains(match.Lead, new long[] { 2, 3, 4 });
    }
}
