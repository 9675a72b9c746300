using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Lists_entries_of_one_second_as_the_document_does_and_those_of_a_later_document_first()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Dated(20, "c"), Dated(20, "b"), Dated(20, "a"));
        await PublishAsync(feed, Dated(20, "e"), Dated(20, "d"), Dated(20, "c"), Dated(20, "b"));

        Assert.Equal(["e", "d", "c", "b", "a"], await TitlesAsync());
    }

    [Fact]
    public async Task Lists_entries_of_one_second_the_other_way_round_where_the_document_begins_with_the_oldest()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Dated(19, "a"), Dated(19, "b"), Dated(20, "c"), Dated(20, "d"));

        Assert.Equal(["d", "c", "b", "a"], await TitlesAsync());
    }

    [Fact]
    public async Task Keeps_the_order_of_the_document_when_the_pages_move_all_to_one_day_in_whatever_order_they_come()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, [.. "cba".Select(name => Dated(22, $"{name}") with { ReadPage = true })]), None);
        var unread = (await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None)).ToDictionary(article => article.Title);
        foreach (var name in (string[])["b", "a", "c"])
            await Store.CommitReadAsync([Make.Read(unread[name], "text", published: Utc(10, 2))], None);
        await AssignAllAsync();

        Assert.Equal(["c", "b", "a"], await TitlesAsync());
    }

    private static IdentifiedEntry Dated(int day, string name) => Make.Entry(name, title: name, published: Utc(11, day));
}
