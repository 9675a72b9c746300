using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

public sealed class CohesionTests
{
    private const string Quake = "Strong earthquake shakes Jakarta";

    [Fact]
    public void Equal_articles_are_wholly_alike() => Assert.Equal(1, Of(Quake, Quake, Quake)!.Value, 2);

    [Fact]
    public void Articles_without_a_common_word_are_not_alike() =>
        Assert.Equal(0, Of(Quake, "Chiquita merges with Fyffes", "Sbarro files bankruptcy again")!.Value, 2);

    [Fact]
    public void Two_articles_are_too_few_to_say() => Assert.Null(Of(Quake, Quake));

    [Fact]
    public void A_story_whose_articles_are_much_alike_has_a_higher_bar()
    {
        var loose = new JoinFeatures { Size = 5, Terms = 80, Cohesion = 0.2 };

        Assert.True(JoinModel.Threshold(loose with { Cohesion = 0.6 }) > JoinModel.Threshold(loose));
    }

    [Fact]
    public void Shared_numbers_speak_for_a_story_and_other_numbers_against_it()
    {
        var without = new JoinFeatures { Centroid = 0.3, Nearest = 0.3, Shared = 5, Size = 1, Terms = 80 };
        double[] scores = [JoinModel.Score(without with { Numbers = 0 }), JoinModel.Score(without), JoinModel.Score(without with { Numbers = 1 })];

        Assert.Equal(scores.Order(), scores);
        Assert.Equal(3, scores.Distinct().Count());
    }

    private static double? Of(params string[] titles)
    {
        var vocabulary = new TermIndex(new ArticleWindow());
        var story = new StoryCluster(1);
        foreach (var (at, title) in titles.Index())
        {
            var article = new ArticleText { Id = at + 1, Outlet = "", Title = title, Text = "", Published = DateTimeOffset.UnixEpoch };
            story.Add(Reading.Index(article.Id, "", article.Published, StoryVector.Of(article, isCopy: false, new StoryOptions()), vocabulary));
        }

        return Cohesion.Of(story, vocabulary);
    }
}
