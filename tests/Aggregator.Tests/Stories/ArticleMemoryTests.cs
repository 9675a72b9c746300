using Aggregator.Stories.Clustering;
using Aggregator.Stories.Copies;

namespace Aggregator.Stories;

public sealed class ArticleMemoryTests
{
    [Fact]
    public void What_is_packed_comes_back()
    {
        var memory = Of(Articles.Recall(1, 0));
        var back = ArticleMemory.Unpack(memory.Pack());

        Assert.NotEmpty(back.Story.Terms);
        Assert.Equal(memory.Story.Terms, back.Story.Terms);
        Assert.Equal(memory.Copy.Codes, back.Copy.Codes);
        Assert.False(back.Story.IsWeightless);
    }

    [Fact]
    public void An_article_without_weight_stays_without()
    {
        var back = ArticleMemory.Unpack(new ArticleMemory(StoryVector.Weightless, CopyPrint.Of("")).Pack());

        Assert.True(back.Story.IsWeightless);
        Assert.Empty(back.Copy.Codes);
    }

    [Fact]
    public void Bytes_that_end_too_early_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ArticleMemory.Unpack(Of(Articles.Recall(1, 0)).Pack().AsSpan(0, 40)));

    [Fact]
    public void Indexes_rebuilt_from_memories_decide_like_those_that_never_stopped()
    {
        var (stories, copies) = (Articles.Index(), new CopyIndex());
        var (rebuiltStories, rebuiltCopies) = (Articles.Index(), new CopyIndex());
        var stored = new List<(Model.ArticleText Article, long Story, StoryVector Vector)>();
        foreach (var (article, _) in SyntheticStream.Make(11, 200))
        {
            var copy = copies.Find(article)?.Original;
            var print = copies.Add(article);
            var match = stories.Assign(article, copy);
            var memory = ArticleMemory.Unpack(new ArticleMemory(match.Vector, print).Pack());
            rebuiltCopies.Restore(article.Id, article.Published, memory.Copy, copy);
            stored = [.. stored.Select(s => s with { Story = match.Merged.Contains(s.Story) ? match.StoryId : s.Story }), (article, match.StoryId, memory.Story)];
        }

        foreach (var (article, story, vector) in stored)
            rebuiltStories.Restore(article.Id, article.Outlet, article.Published, vector, story);

        foreach (var (article, _) in SyntheticStream.Make(11, 260).Skip(200))
        {
            var copy = copies.Find(article)?.Original;
            copies.Add(article);
            Assert.Equal(copy, rebuiltCopies.Find(article)?.Original);
            rebuiltCopies.Add(article);
            var (expected, actual) = (stories.Assign(article, copy), rebuiltStories.Assign(article, copy));
            Assert.Equal((expected.StoryId, expected.Lead, expected.Why.Score), (actual.StoryId, actual.Lead, actual.Why.Score));
        }
    }

    /// <summary>When this fails, words are cut or weighed otherwise than in stored memories: give <see cref="ArticleMemory.Version"/> a new number, and this test the new bytes.</summary>
    [Fact]
    public void The_version_counts_every_change_of_the_bytes()
    {
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Of(Articles.Recall(1, 0)).Pack()));

        Assert.Equal((3, "67b33c1eafed9491"), (ArticleMemory.Version, digest[..16]));
    }

    private static ArticleMemory Of(Model.ArticleText article) => new(StoryVector.Of(article, isCopy: false, new StoryOptions()), CopyPrint.Of(article.Text));
}
