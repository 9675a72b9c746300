using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class LiveBlogTests
{
    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void The_opening_above_four_posts_belongs_to_them(int posts, bool kept) => Assert.Equal(kept, HasOpening(posts, 400));

    [Theory]
    [InlineData(400, true)]
    [InlineData(399, false)]
    public void An_opening_is_longer_than_a_lead(int chars, bool kept) => Assert.Equal(kept, HasOpening(5, chars));

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void An_opening_has_several_paragraphs(int paragraphs, bool kept) => Assert.Equal(kept, HasOpening(5, 600, paragraphs));

    [Theory]
    [InlineData(123, true)]
    [InlineData(124, false)]
    public void What_holds_opening_and_posts_may_hold_little_else(int other, bool kept) =>
        Assert.Equal(kept, HasOpening(5, 600, more: $"<div><p>{Prose(other, "Other")}</p></div>"));

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void An_opening_is_not_a_list_of_links(int linked, bool kept) => Assert.Equal(kept, HasOpening(5, 600, linked: linked));

    [Fact]
    public void An_opening_may_stand_around_a_box_that_holds_only_the_posts() => Assert.True(HasOpening(5, 600, wrap: true));

    [Fact]
    public void Two_headlines_are_two_articles() => Assert.False(HasOpening(5, 600, more: "<h1>One</h1><h1>Two</h1>"));

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 4, true)]
    public void A_full_window_of_posts_below_an_opening_is_left_out(int most, int posts, bool isWindow)
    {
        var items = string.Concat(Enumerable.Range(0, posts).Select(i => $"<div data-sort-time={i}><p>{Prose(100, $"Post {i}")}</p></div>"));
        Assert.Equal(!isWindow, Window($"data-max-items-per-page={most}", items, 500).Contains("Post 0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_without_a_limit_or_without_times_is_no_window()
    {
        Assert.Contains("Post", Window("", Posts("data-sort-time=1"), 500), StringComparison.Ordinal);
        Assert.Contains("Post", Window("data-max-items-per-page=1", Posts("data-x=1"), 500), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_without_an_opening_is_the_text() =>
        Assert.Contains("Post", Window("data-max-items-per-page=1", $"<div data-sort-time=1><p>{Prose(100, "Post")}</p></div>", 0), StringComparison.Ordinal);

    private static string Posts(string attribute) =>
        string.Concat(Enumerable.Range(0, 6).Select(i => $"<div {attribute}><p>{Prose(100, $"Post {i}")}</p></div>"));

    private static string Window(string limit, string items, int opening) => Extract(
        $"<main><div>{(opening == 0 ? "" : Opening(opening, 3, 0))}</div><amp-live-list {limit}><div items>{items}</div></amp-live-list></main>").Text;

    private static bool HasOpening(int posts, int chars, int paragraphs = 3, string more = "", int linked = 0, bool wrap = false)
    {
        var list = string.Concat(Enumerable.Range(0, posts).Select(i => $"<div class=article-body><p>{Prose(200, $"Post {i}")}</p><p>{Prose(150, $"More {i}")}</p></div>"));
        list = wrap ? $"<div><div><div>{list}</div></div></div>" : $"<div>{list}</div>";
        var text = Extract($"<main><div><div>{Opening(chars, paragraphs, linked)}</div>{list}{more}</div></main>").Text;
        Assert.Contains("Post 0", text, StringComparison.Ordinal);
        Assert.Contains($"Post {posts - 1}", text, StringComparison.Ordinal);
        return text.Contains("Opening", StringComparison.Ordinal);
    }

    /// <summary>So many characters in so many paragraphs, of which this share in hundredths is in links.</summary>
    private static string Opening(int chars, int paragraphs, int linked) => string.Concat(Enumerable.Range(0, paragraphs).Select(i =>
    {
        var prose = Prose((chars / paragraphs) + (i == 0 ? chars % paragraphs : 0), $"Opening {i}");
        var link = prose.Length * linked / 100;
        return link == 0 ? $"<p>{prose}</p>" : $"<p><a href=/{i}>{prose[..link]}</a>{prose[link..]}</p>";
    }));
}
