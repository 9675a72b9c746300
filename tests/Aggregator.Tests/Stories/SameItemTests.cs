namespace Aggregator.Stories;

public class SameItemTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_id_date_title_and_text_at_a_known_address_is_another_article() =>
        Assert.False(Later(Item("w100", "Flood warning for Halvik, level two", "Level two at the mill since six."),
            Item("w101", "Storm warning for Brenna, level three", "Gusts of ninety at the harbour.", days: 1)));

    [Fact]
    public void A_daily_page_whose_titles_differ_in_the_day_only_is_another_article_each_day() =>
        Assert.False(Later(Item("s-03", "Strip for Tuesday", "Tuesday"), Item("s-04", "Strip for Wednesday", "Wednesday", days: 1)));

    [Fact]
    public void Titles_that_differ_in_a_number_are_far_apart() =>
        Assert.False(Later(Item("a", "Market letter of the house, number 11", "Copper fell."), Item("b", "Market letter of the house, number 12", "Tin rose.", days: 7)));

    [Theory]
    [InlineData("https://news.example/cv12#0", "https://news.example/cv12#3")]
    [InlineData("https://news.example/cv12", "https://news.example/cv12#1")]
    public void An_id_that_is_counted_up_is_the_same_article_whatever_was_rewritten(string before, string after) =>
        Assert.True(Later(Item(before, "Mill burns in Ostrau", "A mill is on fire."), Item(after, "Two hurt in blaze", "Firemen came late.", days: 1)));

    [Fact]
    public void Ids_that_end_in_words_behind_the_fragment_are_not_counts() =>
        Assert.False(Later(Item("https://tool.example/#aa", "Saw", "cuts"), Item("https://tool.example/#bb", "Hammer", "hits", days: 1)));

    [Fact]
    public void The_same_article_under_a_new_id_is_the_same_while_title_and_text_are_alike() =>
        Assert.True(Later(Item("a", "Storm reaches the coast", "Waves of nine metres broke over the wall."),
            Item("b", "Storm reaches the coast at Halvik", "Waves of nine metres broke over the wall of the harbour.", days: 1)));

    [Fact]
    public void A_summary_is_alike_to_the_text_that_holds_it() =>
        Assert.True(Later(Item("a", "Storm reaches coast", "Waves broke over the wall tonight."),
            Item("b", "Storm reaches coast", "Waves broke over the wall tonight, and the ferries stay in port until noon says the company.", days: 1)));

    [Fact]
    public void Two_incidents_with_one_title_are_two()
    {
        var (first, second) = (Item("inc-1", "Degraded performance", "Mail slow"), Item("inc-2", "Degraded performance", "API down", days: 1));

        Assert.False(Later(first, second));
        Assert.False(SameItem.Judge(first, second, MetIn.Document).Same);
    }

    [Fact]
    public void Without_ids_one_address_is_one_article_over_time_until_all_else_differs()
    {
        var first = Item(null, "Disk replaced", "All disks of the second rack were replaced.");

        Assert.True(Later(first, Item(null, "Disk replaced today", "The rack runs again.", days: 1)));
        Assert.False(Later(first, Item(null, "Login slow", "Some people wait for a minute.", days: 1)));
        Assert.False(SameItem.Judge(first, Item(null, "Login slow", "Some people wait.", days: 0), MetIn.Document).Same);
    }

    [Fact]
    public void Places_in_one_page_are_items_of_their_own_unless_they_say_the_same()
    {
        var post = Item("p1", "A walk along the canal", "The post.");
        var comment = Item("p1#comment-2", "By: Ann", "A thought of some length.", fragment: "comment-2");

        Assert.False(SameItem.Judge(post, comment, MetIn.OtherFeed).Same);
        Assert.True(SameItem.Judge(post, comment, MetIn.ForeignFeed).Same);
        Assert.False(SameItem.Judge(comment, Item("p1#comment-3", "By: Ann", "Another one altogether.", fragment: "comment-3"), MetIn.Document).Same);
        Assert.True(SameItem.Judge(post, Item("p9", "A walk along the canal", "The post.", fragment: "ref-rss"), MetIn.OtherFeed).Same);
    }

    [Fact]
    public void Another_outlet_that_names_a_page_in_its_own_words_means_the_page() =>
        Assert.True(SameItem.Judge(Item("a", "Storm reaches coast", "Waves broke."), Item("z", "Worth reading", "My friend writes well.", days: 2), MetIn.ForeignFeed).Same);

    [Fact]
    public void Two_feeds_of_an_outlet_may_give_one_article_two_headlines_of_one_date() =>
        Assert.True(SameItem.Judge(Item("top-1", "Storm reaches coast", "Waves broke."), Item("tech-1", "Harbour wall fails", "Engineers ask why."), MetIn.OtherFeed).Same);

    [Fact]
    public void A_short_text_below_many_headlines_joins_nothing() =>
        Assert.False(Later(Item("a", "Episode on copper", "Listen now"), Item("b", "Guests from Brenna", "Listen now", days: 7)));

    [Fact]
    public void A_new_headline_over_the_same_long_text_is_the_same_article() =>
        Assert.True(Later(Item("a", "Storm reaches coast", "Waves of nine metres broke over the harbour wall tonight."),
            Item("b", "Halvik under water", "Waves of nine metres broke over the harbour wall tonight.", days: 1)));

    [Fact]
    public void Text_in_scripts_without_spaces_is_compared_by_character() =>
        Assert.True(Later(Item("a", "风暴抵达海岸", "九米高的海浪冲过港口的围墙"), Item("b", "风暴抵达海岸了", "九米高的海浪今晚冲过港口的围墙", days: 1)));

    private static bool Later(ItemTraits known, ItemTraits entry) => SameItem.Judge(known, entry, MetIn.LaterPoll).Same;

    private static ItemTraits Item(string? id, string title, string text, int days = 0, string fragment = "") =>
        new(id, fragment, title, Monday.AddDays(days), () => text);
}
