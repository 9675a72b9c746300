using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>Pages are kept while polling and read again by <c>reprocess</c>.</summary>
public sealed class ReprocessTests
{
    private const string Keep = "--Aggregator:KeepPages=10";

    [Fact]
    public async Task Reading_the_kept_pages_again_by_the_same_rules_changes_nothing()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await PollAsync(site, folder, Keep);

        var (code, output, error) = await ReprocessAsync(folder);

        Assert.True(code == 0, error);
        Assert.Contains("3 pages read again", output);
        Assert.Contains(" 0 articles changed", output);
    }

    [Fact]
    public async Task What_older_rules_made_of_a_page_is_mended_and_kept_as_a_revision_once()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await PollAsync(site, folder, Keep);
        var before = await SpoilAsync(folder);

        var (_, dry, _) = await ReprocessAsync(folder, "--dry-run");
        var afterDry = await LookAsync(folder, before.Id);
        var (code, output, error) = await ReprocessAsync(folder);
        var (after, revisions) = await LookAsync(folder, before.Id);
        var (_, again, _) = await ReprocessAsync(folder);

        Assert.True(code == 0, error);
        Assert.Contains("1 articles would change", dry);
        Assert.Equal("what an older rule made of it", afterDry.Article.Text);
        Assert.Contains("1 articles changed", output);
        Assert.Contains("text       1", output);
        Assert.Contains("authors    1", output);
        Assert.Equal((before.Text, before.Title, before.ContentHtml, before.Id, before.StoryId), (after.Text, after.Title, after.ContentHtml, after.Id, after.StoryId));
        Assert.True(after.Sequence > afterDry.Article.Sequence);
        var revision = Assert.Single(revisions);
        Assert.Equal((1, "what an older rule made of it"), (revision.Number, revision.Text));
        Assert.Equal("Wrong Name", revision.Fields!["authors"]);
        Assert.StartsWith("read again by today's rules: ", revision.Reason, StringComparison.Ordinal);
        Assert.Contains(" 0 articles changed", again);
    }

    [Fact]
    public async Task What_the_feed_changed_later_stays()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await PollAsync(site, folder, Keep);
        site.Serve("/0/feed.xml", "application/rss+xml", site.Documents["/0/feed.xml"].Body.Replace(NewsSite.Title(0, 1), "The title as corrected by the desk", StringComparison.Ordinal));
        await PollAsync(site, folder, Keep, fill: false);

        var (_, output, _) = await ReprocessAsync(folder);

        Assert.Contains(" 0 articles changed", output);
        await using var store = await SqliteStore.OpenReadOnlyAsync(folder.File("data"), CancellationToken.None);
        Assert.Contains("The title as corrected by the desk", (await store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), CancellationToken.None)).Items.Select(article => article.Title));
    }

    [Fact]
    public async Task Without_the_option_no_page_is_kept_and_that_is_said()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await PollAsync(site, folder);

        var (code, output, _) = await ReprocessAsync(folder);

        Assert.Equal(0, code);
        Assert.Contains("No pages are kept", output);
    }

    [Fact]
    public async Task Since_leaves_older_pages_alone_and_a_faulty_time_is_named()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await PollAsync(site, folder, Keep);

        var (_, output, _) = await ReprocessAsync(folder, "--since", "2999-01-01");
        var (code, _, error) = await ReprocessAsync(folder, "--since", "lately");

        Assert.Contains("0 pages read again", output);
        Assert.NotEqual(0, code);
        Assert.Contains("--since", error);
    }

    private static async Task PollAsync(LoopbackSite site, TemporaryFolder folder, string? keep = null, bool fill = true)
    {
        var feeds = fill ? NewsSite.Fill(site, feeds: 1, items: 3) : [site.Url("/0/feed.xml")];
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson(feeds));
        string[] arguments = ["poll", "--feeds", folder.File("feeds.json"), "--data", folder.File("data"), "--allow-host", site.Authority, "--host-delay", "0"];
        var (code, output, error) = await ServiceProcess.RunAsync(keep is null ? arguments : [.. arguments, keep]);
        Assert.True(code == 0, output + error);
    }

    private static Task<(int Code, string Output, string Error)> ReprocessAsync(TemporaryFolder folder, params string[] more) =>
        ServiceProcess.RunAsync(["reprocess", "--data", folder.File("data"), .. more]);

    /// <summary>Puts an article into the state that an older version would have left; answers what it was.</summary>
    private static async Task<ArticleRow> SpoilAsync(TemporaryFolder folder)
    {
        await using var store = await SqliteStore.OpenAsync(folder.File("data"), TimeProvider.System, CancellationToken.None);
        var before = (await store.ListKeptPagesAsync(0, DateTimeOffset.UnixEpoch, 10, CancellationToken.None))[0].Article;
        var spoilt = new ReadContent
        {
            Title = before.Title,
            Authors = ["Wrong Name"],
            Published = before.Published,
            Language = before.Language,
            Summary = before.Summary,
            Text = "what an older rule made of it",
            ContentHtml = "<p>what an older rule made of it</p>",
            WordCount = 7,
        };
        await store.ReviseAsync(new ArticleRevision(before.Id, spoilt, ReadFate.Extracted, null, new Dictionary<string, string?>(), "spoilt", DateTimeOffset.UnixEpoch), CancellationToken.None);
        DatabaseFile.Query(folder.File("data"), "DELETE FROM revisions");
        DatabaseFile.Query(folder.File("data"), "UPDATE article_details SET revisions = 0");
        var waiting = Assert.Single(await store.ListUnassignedAsync(10, CancellationToken.None));
        await store.CommitAssignAsync([new AssignCommit { ArticleId = before.Id, StoryId = before.StoryId, StoryLead = before.StoryId, Changed = waiting.Changed }], DateTimeOffset.UnixEpoch, CancellationToken.None);
        return before;
    }

    private static async Task<(ArticleRow Article, IReadOnlyList<RevisionRow> Revisions)> LookAsync(TemporaryFolder folder, long id)
    {
        await using var store = await SqliteStore.OpenReadOnlyAsync(folder.File("data"), CancellationToken.None);
        return ((await store.GetArticleAsync(id, CancellationToken.None))!, await store.GetRevisionsAsync(id, CancellationToken.None));
    }
}
