namespace Aggregator.Feeds.Discovery;

public class FeedDiscoveryTests
{
    [Fact]
    public void Puts_declared_feeds_first_and_comments_behind_them()
    {
        var found = Find("""
            <head><link rel="alternate" type="application/rss+xml" href="/comments/feed/" title="Comments"><link rel="alternate" type="application/atom+xml" href="/atom.xml" title="Volt">
            <link rel="Alternate home" type="application/feed+json; charset=utf-8" href="feed.json"><link rel="feed" href="/own"><link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate" type="application/json" href="/wp-json/oembed?url=x"><link rel="alternate" type="text/xml" href="/index.rdf"></head>
            """);

        Assert.Equal(["https://volt.example/atom.xml", "https://volt.example/blog/feed.json", "https://volt.example/own", "https://volt.example/index.rdf", "https://volt.example/comments/feed/"],
            found.TakeWhile(c => c.How == "link tag").Select(c => c.Url.AbsoluteUri));
        Assert.Equal("Volt", found[0].Title);
    }

    [Theory]
    [InlineData("https://www.youtube.com/channel/UCabc/videos", "", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc", "YouTube")]
    [InlineData("https://www.youtube.com/@volt", "<meta itemprop='identifier' content='UCxyz'>", "https://www.youtube.com/feeds/videos.xml?channel_id=UCxyz", "YouTube")]
    [InlineData("https://www.youtube.com/@volt", "<link rel=canonical href='https://www.youtube.com/channel/UCcan'>", "https://www.youtube.com/feeds/videos.xml?channel_id=UCcan", "YouTube")]
    [InlineData("https://www.youtube.com/playlist?list=PL1&x=2", "", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1", "YouTube")]
    [InlineData("https://github.com/volt/charger/issues", "", "https://github.com/volt/charger/releases.atom", "GitHub")]
    [InlineData("https://github.com/volt", "", "https://github.com/volt.atom", "GitHub")]
    [InlineData("https://old.reddit.com/r/cars/", "", "https://old.reddit.com/r/cars/.rss", "Reddit")]
    [InlineData("https://medium.com/@volt/a-story-1", "", "https://medium.com/feed/@volt", "Medium")]
    [InlineData("https://volt.medium.com/a-story", "", "https://volt.medium.com/feed", "Medium")]
    [InlineData("https://volt.substack.com/p/one", "", "https://volt.substack.com/feed", "Substack")]
    [InlineData("https://letters.volt.example/p/one", "<link rel=preload href='https://substackcdn.com/a.js'>", "https://letters.volt.example/feed", "Substack")]
    [InlineData("https://volt.blogspot.com/2026/01/a.html", "", "https://volt.blogspot.com/feeds/posts/default", "Blogger")]
    [InlineData("https://social.example/@volt", "<div id='mastodon'></div>", "https://social.example/@volt.rss", "Mastodon")]
    [InlineData("https://volt.example/category/ev/", "<meta name='Generator' content='WordPress 6.7'>", "https://volt.example/category/ev/feed/", "WordPress")]
    [InlineData("https://volt.example/a", "<link rel='https://api.w.org/' href='/wp-json/'>", "https://volt.example/feed/", "WordPress")]
    [InlineData("https://volt.example/a", "<meta name='generator' content='Ghost 5.8'>", "https://volt.example/rss/", "Ghost")]
    public void Knows_where_platforms_put_their_feeds(string page, string html, string feed, string platform)
    {
        var first = FeedDiscovery.FindCandidates(html, new Uri(page))[0];

        Assert.Equal((feed, $"platform: {platform}"), (first.Url.AbsoluteUri, first.How));
    }

    [Fact]
    public void Finds_links_in_the_text_the_sites_own_first()
    {
        var anchors = Find("""
            <a href="https://else.example/feed.xml">E</a><a href="/news/rss">All news</a><a href="/subscribe"> RSS </a><a href="/about">About</a><a href="feed:https://volt.example/podcast.rss#x">Pod</a><a href="mailto:rss">rss</a>
            """).Where(c => c.How == "anchor");

        Assert.Equal(["https://volt.example/news/rss", "https://volt.example/podcast.rss", "https://volt.example/subscribe", "https://else.example/feed.xml"], anchors.Select(c => c.Url.AbsoluteUri));
    }

    [Fact]
    public void Guesses_usual_places_last_in_the_section_before_the_root()
    {
        var found = Find("<p>nothing</p>");

        Assert.All(found, c => Assert.Equal("well-known path", c.How));
        Assert.Equal("https://volt.example/blog/feed", found[0].Url.AbsoluteUri);
        Assert.Contains(found, c => c.Url.AbsoluteUri == "https://volt.example/feed");
    }

    [Fact]
    public void Names_each_address_once_and_follows_the_base_of_the_page()
    {
        var found = Find("<base href='https://cdn.example/x/'><link rel=alternate type='application/rss+xml' href='feed'><a href='feed#top'>RSS</a>");

        Assert.Single(found, c => c.Url.AbsoluteUri == "https://cdn.example/x/feed");
    }

    [Fact]
    public void Stays_bounded_on_a_page_of_thousands_of_feeds() =>
        Assert.InRange(Find(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<link rel=alternate type='application/rss+xml' href='/{i}.rss'><a href='/{i}.xml'>rss</a>"))).Count, 1, 40);

    [Fact]
    public void Takes_no_more_memory_for_a_page_than_reading_its_article_does()
    {
        // Unclosed formatting is opened again in each paragraph, so that the tree grows with the square of the page.
        var html = "<p>" + string.Concat(Enumerable.Range(0, 150).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>text", 300));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Find(html);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    private static IReadOnlyList<FeedCandidate> Find(string html) => FeedDiscovery.FindCandidates(html, new Uri("https://volt.example/blog/post-1"));
}
