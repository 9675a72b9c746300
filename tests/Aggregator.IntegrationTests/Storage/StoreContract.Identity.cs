using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Counts_the_words_of_a_feed_s_text_as_those_of_a_page()
    {
        await PublishAsync(await AddFeedAsync(), Make.Entry("one", text: "It\u2019s 3.5 m long."));

        Assert.Equal(4, Assert.Single(await ListAsync()).WordCount);
    }

    [Fact]
    public async Task Stores_an_entry_once_however_often_it_is_polled()
    {
        var feed = await AddFeedAsync();

        var first = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one"), Make.Entry("two")), None);
        var again = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one"), Make.Entry("two")), None);

        Assert.Equal(new PollOutcome(2, 0), first);
        Assert.Equal(new PollOutcome(0, 0), again);
        Assert.Equal(2, (await Store.ListUnassignedAsync(10, None)).Count);
    }

    [Fact]
    public async Task Takes_an_entry_that_stands_twice_in_one_document_once()
    {
        var feed = await AddFeedAsync();

        Assert.Equal(new PollOutcome(1, 0), await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one"), Make.Entry("one")), None));
    }

    [Fact]
    public async Task Makes_one_article_of_the_same_page_in_two_feeds()
    {
        long a = await AddFeedAsync("a", "EV"), b = await AddFeedAsync("b", "Energy");
        await PublishAsync(a, Make.Entry("one"));
        var before = await Store.GetSequenceAsync(None);

        var outcome = await Store.CommitPollAsync(Make.Poll(b, Make.Entry("other-guid", "Other title", article: "one")), None);

        var article = Assert.Single(await ListAsync());
        Assert.Equal(new PollOutcome(0, 0), outcome);
        Assert.Equal("Title of one", article.Title);
        Assert.Equal(2, article.Sightings);
        Assert.Equal(["EV", "Energy"], article.Categories);
        Assert.Equal(before + 1, article.Sequence);
        Assert.Equal(before + 1, await Store.GetSequenceAsync(None));
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
    }

    [Fact]
    public async Task Tells_who_named_an_article_and_as_what()
    {
        long a = await AddFeedAsync("a"), b = await AddFeedAsync("b");
        var id = (await PublishAsync(a, Make.Entry("one")))[0];
        await Store.CommitPollAsync(Make.Poll(b, Make.Entry("guid-7", "Other title", article: "one") with { Url = "https://www.news.example/one?x=1" }) with { Now = Make.Now.AddHours(1) }, None);

        Assert.Equal(
            [
                new SightingRow(a, "Feed a", "one", "https://www.news.example/one", "Title of one", Make.Now),
                new SightingRow(b, "Feed b", "guid-7", "https://www.news.example/one?x=1", "Other title", Make.Now.AddHours(1)),
            ],
            await Store.GetSightingsAsync(id, None));
    }

    [Fact]
    public async Task Keeps_why_an_article_is_the_one_it_is()
    {
        var feed = await AddFeedAsync();
        Decision identity = new("identity", "canonical-url", null, null, ["utm_source stripped", "host folded"]);
        Decision story = new("story", "shared-terms", 0.8, 0.5, ["gigafactory"], 7);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one") with { Identity = identity }), None);
        var id = (await Store.ListUnassignedAsync(1, None))[0].Article.Id;
        await Store.CommitAssignAsync([Make.Assign(id) with { Decisions = [story] }], Make.Now, None);
        await Store.CommitAssignAsync([Make.Assign(id) with { Decisions = [story with { Score = 0.9 }], Changed = true }], Make.Now, None);

        var why = await Store.GetDecisionsAsync(id, None);
        Assert.Equal(["canonical-url", "shared-terms"], why.Select(decision => decision.Rule));
        Assert.Equal(identity.Evidence, why[0].Evidence);
        Assert.Equal((0.9, 0.5, 7L), (why[1].Score, why[1].Threshold, why[1].Other));
    }

    [Fact]
    public async Task Gives_ids_in_the_order_of_publication()
    {
        var feed = await AddFeedAsync();
        DateTimeOffset day = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = await PublishAsync(feed, Make.Entry("b", published: day), Make.Entry("c", published: day), Make.Entry("a", published: day.AddSeconds(-1)), Make.Entry("d", published: day.AddSeconds(1)));

        Assert.Equal(["Title of d", "Title of b", "Title of c", "Title of a"], await TitlesAsync());
        Assert.Equal(day.ToUnixTimeSeconds() * 4096, ids[1]);
        Assert.Equal(ids[1] + 1, ids[2]);
    }

    [Fact]
    public async Task Moves_an_unseen_article_to_its_true_time_when_the_page_tells_it()
    {
        long a = await AddFeedAsync("a"), b = await AddFeedAsync("b");
        await Store.CommitPollAsync(Make.Poll(a, Make.Entry("one", readPage: true)), None);
        await Store.CommitPollAsync(Make.Poll(b, Make.Entry("copy", article: "one")), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        var truth = Make.Now.AddDays(-3);

        await Store.CommitReadAsync([Make.Read(unread, "Text.", published: truth)], None);
        var id = Assert.Single(await AssignAllAsync());

        Assert.Equal(truth.ToUnixTimeSeconds() * 4096, id);
        var article = (await Store.GetArticleAsync(id, None))!;
        Assert.Equal((truth, "Text.", 2), (article.Published.Instant, article.Text, article.Sightings));
        Assert.Equal(2, (await Store.GetDecisionsAsync(id, None)).Count);
        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(a, Make.Entry("one", readPage: true)), None));
        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(b, Make.Entry("third", article: "one")), None));
    }

    [Fact]
    public async Task Folds_an_article_into_the_one_that_its_page_names_as_canonical()
    {
        long a = await AddFeedAsync("a"), b = await AddFeedAsync("b");
        var known = (await PublishAsync(a, Make.Entry("one")))[0];
        await Store.CommitPollAsync(Make.Poll(b, Make.Entry("amp", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));

        await Store.CommitReadAsync([Make.Read(unread, "Same text.", canonical: "https://www.news.example/one")], None);

        Assert.Empty(await Store.ListUnassignedAsync(10, None));
        Assert.Equal(new QueueDepths(0, 0, 0), (await Store.GetStatisticsAsync(Make.Now, None)).Queues);
        var article = Assert.Single(await ListAsync());
        Assert.Equal((known, 2, "Text of one about batteries."), (article.Id, article.Sightings, article.Text));
        Assert.Contains(await Store.GetDecisionsAsync(known, None), decision => decision.Rule == "canonical-of-page");
        Assert.Equal(["Title of one", "Title of amp"], (await Store.GetSightingsAsync(known, None)).Select(sighting => sighting.Title));
        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(b, Make.Entry("amp", readPage: true)), None));
        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(b, Make.Entry("amp2", article: "amp")), None));
    }

    [Fact]
    public async Task Folds_twice_over_when_the_target_is_folded_itself()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("x", readPage: true, outlet: "x.example"), Make.Entry("y", readPage: true, outlet: "y.example"), Make.Entry("z", outlet: "z.example")), None);
        var unread = await Store.ClaimUnreadAsync(Make.Now, 10, 1, [], None);

        await Store.CommitReadAsync([Make.Read(unread.Single(article => article.Url.EndsWith('x')), "x", canonical: "https://www.y.example/y")], None);
        await Store.CommitReadAsync([Make.Read(unread.Single(article => article.Url.EndsWith('y')), "y", canonical: "https://www.z.example/z")], None);
        await AssignAllAsync();

        Assert.Equal(3, Assert.Single(await ListAsync()).Sightings);
        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("again", article: "x", outlet: "x.example")), None));
    }

    [Fact]
    public async Task Knows_an_article_by_its_canonical_address_ever_after()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("amp", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "Text.", canonical: "https://www.news.example/real")], None);

        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("real")), None));
    }

    [Fact]
    public async Task Tells_articles_apart_as_the_table_of_all_combinations_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Aggregator.Core/Stories/README.md"));

        var table = await new IdentityMatrix(Store).RenderAsync();

        Assert.True(page.ReplaceLineEndings("\n").Contains(table, StringComparison.Ordinal), "The table in Stories/README.md is not what is decided:\n" + table);
    }

    [Fact]
    public async Task Takes_the_headline_that_comes_under_a_counted_up_id_as_a_revision()
    {
        var feed = await AddFeedAsync("news");
        await PublishAsync(feed, At("https://news.example/c0a1#0", "Mill burns in Ostrau", "A mill is on fire.", 0));

        var outcome = await Store.CommitPollAsync(Make.Poll(feed, At("https://news.example/c0a1#3", "Mill burns in Ostrau, two hurt", "Two were hurt.", 1)) with { Now = Make.Now.AddHours(1) }, None);

        Assert.Equal(new PollOutcome(0, 1), outcome);
        await AssignAllAsync();
        var article = Assert.Single(await ListAsync());
        Assert.Equal(("Mill burns in Ostrau, two hurt", 1), (article.Title, article.Revisions));
    }

    [Fact]
    public async Task Moves_an_article_to_the_link_that_its_feed_corrected()
    {
        var feed = await AddFeedAsync("news");
        var id = (await PublishAsync(feed, At("tag:1", "Opening day", "text", 0, "openign-day")))[0];

        await Store.CommitPollAsync(Make.Poll(feed, At("tag:1", "Opening day", "text", 0, "opening-day")), None);
        await AssignAllAsync();

        Assert.Equal("https://www.news.example/opening-day", (await Store.GetArticleAsync(id, None))!.Url);
        Assert.Contains(await Store.GetDecisionsAsync(id, None), d => d.Evidence.Any(e => e.Contains("corrected the link", StringComparison.Ordinal)));
        Assert.Equal(["https://www.news.example/opening-day"], (await Store.GetSightingsAsync(id, None)).Select(s => s.Link));
    }

    [Fact]
    public async Task Shows_no_title_with_the_address_of_another_where_ids_are_positions()
    {
        var feed = await AddFeedAsync("news");
        await PublishAsync(feed, At("0", "Beta", "b", 2, "beta"), At("1", "Alpha", "a", 1, "alpha"));
        var second = Make.Poll(feed, At("0", "Gamma", "g", 3, "gamma"), At("1", "Beta", "b", 2, "beta"));

        var outcomes = new[] { await Store.CommitPollAsync(second, None), await Store.CommitPollAsync(second, None) };
        await AssignAllAsync();

        Assert.Equal([1, 0], outcomes.Select(o => o.New));
        Assert.All(await ListAsync(), article => Assert.EndsWith("/" + article.Title.ToLowerInvariant(), article.Url));
        Assert.Equal(3, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Knows_an_entry_again_when_others_join_it_at_its_address()
    {
        var feed = await AddFeedAsync("news");
        await PublishAsync(feed, Board("Disk replaced", 1, alone: true));

        var outcome = await Store.CommitPollAsync(Make.Poll(feed, Board("Mail delayed", 3), Board("Login slow", 2), Board("Disk replaced", 1)), None);

        Assert.Equal(2, outcome.New);
        Assert.Equal(0, (await Store.CommitPollAsync(Make.Poll(feed, Board("Mail delayed", 3), Board("Login slow", 2), Board("Disk replaced", 1)), None)).New);
    }

    private static IdentifiedEntry At(string id, string title, string text, int day, string page = "page") => Make.Entry("id:" + id, title, text, Make.Now.AddDays(day - 10), article: page) with
    {
        AddressKey = $"https://www.news.example/{page}",
        OwnKey = $"https://www.news.example/{page} {id}",
        LaterKeys = [$"link:https://www.news.example/{page}", $"hash:{title}{day}"],
        ContentHash = Make.Hash($"{title}\n{text}\n{page}"),
        Id = id,
    };

    // As a status board without ids is identified: alone by its link, beside others by title and date.
    private static IdentifiedEntry Board(string title, int day, bool alone = false) =>
        At("", title, "text of " + title, day) with { EntryKey = $"hash:{title}{day}", OwnKey = $"board {title}{day}", ArticleKey = alone ? "https://www.news.example/page" : $"board {title}{day}", LaterKeys = [], Id = null };
}
