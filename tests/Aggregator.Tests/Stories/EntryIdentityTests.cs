using Aggregator.Model;

namespace Aggregator.Stories;

public class EntryIdentityTests
{
    private static readonly Uri FeedUrl = new("https://feeds.example.com/rss");

    [Fact]
    public void A_guid_names_the_sighting_and_the_address_the_article()
    {
        var keys = Single(new ParsedEntry { Id = " tag:x,2026:1 ", Link = "https://www.example.com/news/a-b-c?utm_source=rss", Title = "T" });
        Assert.Equal("id:tag:x,2026:1", keys.EntryKey);
        Assert.Equal("example.com/news/a-b-c", keys.ArticleKey);
        Assert.Equal("https://www.example.com/news/a-b-c?utm_source=rss", keys.Url);
        Assert.Equal("example.com", keys.Outlet);
        Assert.Equal(("identity", "guid"), (keys.Identity.Kind, keys.Identity.Rule));
        Assert.Contains("dropped or rewritten: tracking parameter utm_source", keys.Identity.Evidence);
        Assert.Contains(keys.Identity.Evidence, e => e.StartsWith("address as given: ", StringComparison.Ordinal) && e.Contains("utm_source", StringComparison.Ordinal));
    }

    [Fact]
    public void A_guid_that_repeats_with_other_links_is_not_trusted()
    {
        var keys = Identify(Entry("1", "https://example.com/a/first-long-story"), Entry("1", "https://example.com/a/second-long-story"));
        Assert.Equal(["link:example.com/a/first-long-story", "link:example.com/a/second-long-story"], keys.Select(k => k.EntryKey));
        Assert.All(keys, k => Assert.Equal("link", k.Identity.Rule));
    }

    [Fact]
    public void A_link_that_no_server_would_take_is_dropped()
    {
        var keys = Single(new ParsedEntry { Id = "1", Link = "https://example.com/" + new string('l', 100_000), Title = "T" });
        Assert.Null(keys.Url);
    }

    [Fact]
    public void The_same_entry_twice_in_a_document_is_one()
    {
        var keys = Identify(Entry("1", "https://example.com/a/first-long-story"), Entry("1", "http://example.com/a/first-long-story?utm_source=x"));
        Assert.Equal(keys[0].EntryKey, keys[1].EntryKey);
        Assert.Equal(keys[0].ArticleKey, keys[1].ArticleKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Without_a_guid_the_link_names_the_sighting(string? id) =>
        Assert.Equal("link:example.com/a/first-long-story", Single(Entry(id, "https://example.com/a/first-long-story")).EntryKey);

    [Fact]
    public void Without_guid_and_link_title_and_date_name_the_sighting()
    {
        var date = new ClaimedDate(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), DatePrecision.Full, "rss:pubDate");
        var a = Single(new ParsedEntry { Title = "T", Published = date, Summary = "first" });
        var b = Single(new ParsedEntry { Title = "T", Published = date with { Instant = date.Instant.ToOffset(TimeSpan.FromHours(2)) }, Summary = "edited" });
        var c = Single(new ParsedEntry { Title = "T", Published = date with { Instant = date.Instant.AddDays(1) } });
        Assert.Equal("content", a.Identity.Rule);
        Assert.Equal(a.EntryKey, b.EntryKey);
        Assert.NotEqual(a.EntryKey, c.EntryKey);
        Assert.StartsWith("feed:", a.ArticleKey);
        Assert.Null(a.Url);
        Assert.Equal("example.com", a.Outlet);
    }

    [Fact]
    public void Without_a_date_title_and_text_name_the_sighting() =>
        Assert.NotEqual(Single(new ParsedEntry { Title = "T", Summary = "one" }).EntryKey, Single(new ParsedEntry { Title = "T", Summary = "two" }).EntryKey);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.com")]
    public void Dangerous_links_are_dropped(string link)
    {
        var keys = Single(Entry("1", link));
        Assert.Null(keys.Url);
        Assert.StartsWith("feed:", keys.ArticleKey);
    }

    [Fact]
    public void A_guid_that_is_an_address_stands_in_for_the_link()
    {
        var keys = Single(Entry("https://example.com/a/first-long-story", null));
        Assert.Equal("https://example.com/a/first-long-story", keys.Url);
        Assert.Equal("example.com/a/first-long-story", keys.ArticleKey);
    }

    [Fact]
    public void White_space_around_links_is_trimmed_and_relative_links_resolve_against_the_feed() =>
        Assert.Equal("https://feeds.example.com/a/first-long-story", Single(Entry("1", "\n /a/first-long-story ")).Url);

    [Fact]
    public void Entries_that_all_link_to_the_front_page_stay_apart()
    {
        var keys = Identify(Entry("1", "https://example.com/", "One"), Entry("2", "https://example.com/", "Two"));
        Assert.NotEqual(keys[0].ArticleKey, keys[1].ArticleKey);
        Assert.Equal("https://example.com/", keys[0].Url);
    }

    [Fact]
    public void Entries_with_other_ids_and_titles_that_share_a_page_stay_apart()
    {
        var keys = Identify(Entry("1", "https://example.com/live/blog-of-the-day", "One"), Entry("2", "https://example.com/live/blog-of-the-day", "Two"));
        Assert.NotEqual(keys[0].ArticleKey, keys[1].ArticleKey);
        Assert.Contains(keys[0].Identity.Evidence, e => e.Contains("other entries of the document have that address"));
    }

    [Fact]
    public void Two_ids_for_one_page_with_one_title_are_one_article()
    {
        var keys = Identify(Entry("1", "https://example.com/a/first-long-story", "One"), Entry("2", "https://example.com/a/first-long-story", "One"));
        Assert.Equal(keys[0].ArticleKey, keys[1].ArticleKey);
        Assert.NotEqual(keys[0].EntryKey, keys[1].EntryKey);
    }

    [Fact]
    public void Linkless_entries_with_one_id_and_other_titles_stay_apart()
    {
        var keys = Identify(Entry("0", null, "One"), Entry("0", null, "Two"));
        Assert.NotEqual(keys[0].EntryKey, keys[1].EntryKey);
    }

    [Fact]
    public void Entries_without_ids_that_share_a_link_are_told_apart_by_title_and_date()
    {
        var keys = Identify(
            Dated(null, "https://example.com/board/", "Mail delayed", 3), Dated(null, "https://example.com/board/", "Login slow", 2), Dated(null, "https://example.com/board/", "Login slow", 1));

        Assert.Equal(3, keys.Select(k => k.EntryKey).Distinct().Count());
        Assert.Equal(3, keys.Select(k => k.ArticleKey).Distinct().Count());
        Assert.All(keys, k => Assert.Equal("example.com/board", k.AddressKey));
    }

    [Fact]
    public void An_id_at_two_titles_and_two_dates_is_not_trusted_wherever_it_links()
    {
        var keys = Identify(
            Dated("N/A", "https://example.com/N/A", "Writer 16", 3), Dated("N/A", "https://example.com/N/A", "Sheets 16", 2), Dated("N/A", "https://example.com/N/A", "Sheets 16", 2));

        Assert.Equal(2, keys.Select(k => k.EntryKey).Distinct().Count());
        Assert.Equal(2, keys.Select(k => k.ArticleKey).Distinct().Count());
        Assert.All(keys, k => Assert.Null(k.Id));
    }

    [Fact]
    public void Comments_with_one_title_on_one_page_stay_apart()
    {
        var keys = Identify(
            Dated("c12", "https://example.com/walk#comment-12", "By: Ann", 3) with { Summary = "second thought" },
            Dated("c11", "https://example.com/walk#comment-11", "By: Ann", 2) with { Summary = "first idea" });

        Assert.NotEqual(keys[0].ArticleKey, keys[1].ArticleKey);
        Assert.Equal("comment-12", keys[0].Fragment);
    }

    [Fact]
    public void The_key_of_an_article_at_a_shared_address_does_not_depend_on_the_document()
    {
        var board = Dated("inc-2", "https://example.com/status", "Login slow", 2);

        var alone = Single(board);
        var beside = Identify(board, Dated("inc-1", "https://example.com/status", "Mail delayed", 1))[0];

        Assert.Equal("example.com/status", alone.ArticleKey);
        Assert.Equal(alone.OwnKey, beside.ArticleKey);
        Assert.Equal(alone.EntryKey, beside.EntryKey);
    }

    [Fact]
    public void One_article_under_two_ids_in_a_document_keeps_one_key_beside_others_at_its_address()
    {
        var keys = Identify(Dated("t1", "https://example.com/status", "Login slow", 2), Dated("t2", "https://example.com/status/", "Login slow", 2));

        Assert.Equal(keys[0].OwnKey, keys[1].OwnKey);
    }

    [Fact]
    public void A_document_of_thousands_of_entries_at_one_address_is_told_apart_at_once()
    {
        var keys = Identify([.. Enumerable.Range(0, 5000).Select(i => Dated($"id-{i}", "https://example.com/status", $"Incident {i}", 1))]);

        Assert.Equal(5000, keys.Select(k => k.ArticleKey).Distinct().Count());
    }

    [Fact]
    public void Over_long_keys_are_hashed()
    {
        var keys = Single(Entry(new string('x', 5000), "https://example.com/" + new string('y', 5000)));
        Assert.True(keys.EntryKey.Length < 100);
        Assert.True(keys.ArticleKey.Length < 100);
        Assert.All(keys.Identity.Evidence, e => Assert.True(e.Length < 300));
    }

    [Fact]
    public void One_article_in_two_feeds_has_one_article_key()
    {
        var entry = Entry("1", "https://example.com/a/first-long-story");
        var a = EntryIdentity.Identify(Feed(entry), new Uri("https://a.example/feed"))[0];
        var b = EntryIdentity.Identify(Feed(entry with { Id = "other" }), new Uri("https://b.example/feed"))[0];
        Assert.Equal(a.ArticleKey, b.ArticleKey);
    }

    [Theory]
    [InlineData(509, false)]
    [InlineData(510, true)]
    public void Keys_of_more_than_512_characters_are_hashed(int id, bool isHashed)
    {
        var keys = Single(Entry(new string('x', id), "https://example.com/" + new string('y', id - 9)));
        Assert.Equal(isHashed, keys.EntryKey.StartsWith("sha256:", StringComparison.Ordinal));
        Assert.Equal(isHashed, keys.ArticleKey.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void Evidence_quotes_two_hundred_characters(int length, bool isCut) =>
        Assert.Equal(isCut, Single(Entry(new string('x', length), null)).Identity.Evidence[0].EndsWith('…'));

    [Theory]
    [InlineData(8000, true)]
    [InlineData(8001, false)]
    public void Links_of_more_than_eight_thousand_characters_lead_nowhere(int length, bool leads) =>
        Assert.Equal(leads, Single(Entry("1", "https://example.com/".PadRight(length, 'l'))).Url is not null);

    [Theory]
    [InlineData("https://example.com", false)]
    [InlineData("https://example.com/", false)]
    [InlineData("https://example.com/?utm_source=rss", false)]
    [InlineData("https://example.com/?id=15", true)]
    [InlineData("https://example.com/#!/story", true)]
    [InlineData("https://example.com/a", true)]
    public void A_front_page_names_no_article(string link, bool names)
    {
        var keys = Single(Entry("1", link));
        Assert.Equal(names, !keys.ArticleKey.StartsWith("feed:", StringComparison.Ordinal));
        Assert.Equal(!names, keys.Identity.Evidence.Contains("link example.com is a front page"));
        Assert.Equal(names ? "link" : "content", Single(Entry(null, link)).Identity.Rule);
    }

    [Theory]
    [InlineData("/news/first")]
    [InlineData("news/first")]
    [InlineData("//feeds.example.com/news/first")]
    [InlineData("http://feeds.example.com/news/first")]
    public void Links_of_any_form_lead_to_the_page(string link) =>
        Assert.EndsWith("://feeds.example.com/news/first", Single(Entry("1", link)).Url, StringComparison.Ordinal);

    [Fact]
    public void A_guid_that_is_a_path_is_no_address() => Assert.Null(Single(Entry("/news/first", null)).Url);

    [Fact]
    public void A_link_counts_before_a_guid_that_is_an_address() =>
        Assert.Equal("https://example.com/link", Single(Entry("https://example.com/guid", "https://example.com/link")).Url);

    [Fact]
    public void An_address_that_was_changed_is_told_as_it_was_given()
    {
        Assert.DoesNotContain(Single(Entry("1", "https://example.com/a")).Identity.Evidence, e => e.StartsWith("address as given", StringComparison.Ordinal));
        Assert.Contains("address as given: https://example.com/a?utm_source=x", Single(Entry("1", "https://example.com/a?utm_source=x")).Identity.Evidence);
    }

    [Fact]
    public void An_id_that_is_not_trusted_is_told()
    {
        var keys = Identify(Entry("1", "https://example.com/a"), Entry("1", "https://example.com/b"));
        Assert.Equal("entry: id 1 is used for other entries too", keys[0].Identity.Evidence[0]);
        Assert.Equal("entry: link example.com/a", keys[0].Identity.Evidence[1]);
        Assert.Equal("entry: link example.com/a", Single(Entry(null, "https://example.com/a")).Identity.Evidence[0]);
    }

    [Fact]
    public void Dates_count_in_the_hash_and_text_only_without_them()
    {
        var date = new ClaimedDate(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), DatePrecision.Full, "atom:updated");
        var dated = Single(new ParsedEntry { Title = "T", Updated = date, Content = "x" });
        Assert.Equal("entry: hash of title and date", dated.Identity.Evidence[0]);
        Assert.Equal(dated.EntryKey, Single(new ParsedEntry { Title = "T", Published = date, Updated = date with { Instant = date.Instant.AddDays(1) } }).EntryKey);
        Assert.Equal("entry: hash of title and text", Single(new ParsedEntry { Title = "T", Content = "x" }).Identity.Evidence[0]);
    }

    private static ParsedEntry Dated(string? id, string link, string title, int day) => Entry(id, link, title) with
    {
        Published = new ClaimedDate(new DateTimeOffset(2026, 11, day, 8, 0, 0, TimeSpan.Zero), DatePrecision.Full, "rss:pubDate"),
    };

    private static ParsedEntry Entry(string? id, string? link, string title = "Title") => new() { Id = id, Link = link, Title = title };

    private static ParsedFeed Feed(params ParsedEntry[] entries) => new() { Format = FeedFormat.Rss20, Entries = entries };

    private static IReadOnlyList<EntryKeys> Identify(params ParsedEntry[] entries) => EntryIdentity.Identify(Feed(entries), FeedUrl);

    private static EntryKeys Single(ParsedEntry entry) => Assert.Single(Identify(entry));
}
