using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private static readonly Enclosure Sound = new("https://cdn.example/one.mp3", "audio/mpeg", 12_345_678_901), Scan = new("https://cdn.example/one.pdf", null, null);

    [Fact]
    public async Task Keeps_the_files_of_an_entry_wherever_its_article_is_read()
    {
        var id = (await PublishAsync(await AddFeedAsync(), Make.Entry("one") with { Enclosures = [Sound, Scan] }))[0];
        await ReopenAsync();

        Assert.Equal([Sound, Scan], (await Store.GetArticleAsync(id, None))!.Enclosures);
        Assert.Equal([Sound, Scan], Assert.Single((await Store.GetStoryAsync(id, None))!.Articles).Enclosures);
        Assert.Equal([Sound, Scan], Assert.Single(await ListAsync()).Enclosures);
    }

    [Fact]
    public async Task Keeps_the_files_when_the_page_is_read_and_the_article_gets_another_id()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true) with { Enclosures = [Sound] }), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "Read from the page.", published: Make.Now.AddDays(-3))], None);
        await AssignAllAsync();

        Assert.Equal([Sound], Assert.Single(await ListAsync()).Enclosures);
    }

    [Fact]
    public async Task Follows_a_changed_file_without_a_revision()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("one") with { Enclosures = [Sound] });
        var outcome = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one") with { ContentHash = Make.Hash("other file"), Enclosures = [Scan] }), None);

        Assert.Equal(new PollOutcome(0, 0), outcome);
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
        Assert.Equal([Scan], Assert.Single(await ListAsync()).Enclosures);
    }

    [Fact]
    public async Task Imports_the_files_of_an_article()
    {
        await Store.ImportAsync([new ImportRow(Elsewhere("Tesla elsewhere", Make.Now) with { Enclosures = [Sound] }, "https://elsewhere.example/1")], false, None);

        Assert.Equal([Sound], Assert.Single(await ListAsync()).Enclosures);
    }
}
