using System.Text;
using Aggregator.Model;

namespace Aggregator.Configuration;

public class FeedsFileTests
{
    [Fact]
    public void Reads_address_title_category_and_the_optional_settings()
    {
        var file = Parse("""{ "feeds": [ { "url": "https://a.example/feed", "title": "A", "category": "EV", "interval": 30, "full_text": "never", "language": "de", "disabled": true } ] }""");

        Assert.Equal(new FeedDefinition("https://a.example/feed", "A", "EV", TimeSpan.FromMinutes(30), FullTextMode.Never, "de", true), Assert.Single(file.Feeds));
    }

    [Fact]
    public void Allows_comments_trailing_commas_and_a_byte_order_mark()
    {
        var file = FeedsFile.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""
            { // ours
              "feeds": [ { "url": "https://a.example/feed", "title": "A", "category": "EV", }, ], }
            """)], "feeds.json");

        Assert.True(file.IsValid, string.Join('\n', file.Faults));
    }

    [Fact]
    public void Names_file_line_feed_and_fault()
    {
        var file = Parse("""
            {
              "feeds": [
                { "url": "https://a.example/feed", "title": "A", "category": "EV" },
                { "url": "ftp://b.example/feed", "title": "B", "category": "EV" }
              ]
            }
            """);

        Assert.Equal("feeds.json, line 4, feed B: \"url\" is no absolute http or https address: ftp://b.example/feed", Assert.Single(file.Faults).ToString());
    }

    [Fact]
    public void Lists_all_faults_at_once()
    {
        var file = Parse("""{ "feeds": [ { "title": "A" }, { "url": "https://b.example/", "category": "EV", "interval": 0 } ] }""");

        Assert.Equal(4, file.Faults.Count);
    }

    [Fact]
    public void Says_in_which_line_a_repeated_address_stands_already()
    {
        var file = Parse("""
            { "feeds": [
              { "url": "https://a.example/feed", "title": "A", "category": "EV" },
              { "url": "https://a.example/feed", "title": "B", "category": "EV" } ] }
            """);

        Assert.Contains("line 2 already", Assert.Single(file.Faults).ToString());
    }

    [Fact]
    public void Says_line_and_column_of_broken_json()
    {
        var file = Parse("{ \"feeds\": [\n  { \"url\": oops } ] }");

        Assert.Equal(2, Assert.Single(file.Faults).Line);
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "has no array \"feeds\"")]
    [InlineData("""{ "feeds": [ 7 ] }""", "number 1")]
    [InlineData("""{ "feeds": [ { "url": "https://a.example/", "title": "A", "category": "C", "colour": 1 } ] }""", "unknown setting \"colour\"")]
    [InlineData("""{ "feeds": [ { "url": "https://a.example/", "title": "A", "category": "C", "disabled": "no" } ] }""", "true or false")]
    public void Explains_what_is_wrong(string json, string part)
    {
        Assert.Contains(part, Assert.Single(Parse(json).Faults).ToString());
    }

    [Fact]
    public void Reads_who_reads_a_feed_and_when()
    {
        var feed = Assert.Single(Parse("""{ "feeds": [ { "url": "https://a.example/", "title": "A", "category": "C", "reader": "codehollow", "cron": "30 6 * * 1-5", "cron_zone": "Europe/Berlin", "quiet_hours": "none" } ] }""").Feeds);

        Assert.Equal((FeedReaderKind.CodeHollow, "30 6 * * 1-5", "Europe/Berlin", "none"), (feed.Reader, feed.Cron, feed.CronZone, feed.QuietHours));
    }

    [Theory]
    [InlineData("\"cron\": \"6:30\"", "\"cron\" must be five fields (minute hour day month weekday) such as \"30 6 * * 1-5\", not \"6:30\"")]
    [InlineData("\"cron\": 630", "\"cron\" must be a text")]
    [InlineData("\"cron\": \"30 6 * * *\", \"cron_zone\": \"Berlin\"", "write one such as \"Europe/Berlin\"")]
    [InlineData("\"cron_zone\": \"Europe/Berlin\"", "says nothing without \"cron\"")]
    [InlineData("\"quiet_hours\": \"at night\"", "\"quiet_hours\" must be two different times and a zone such as \"23:00-06:00 Europe/Berlin\"")]
    [InlineData("\"reader\": \"best\"", "\"reader\" must be \"own\" or \"codehollow\"")]
    public void A_wish_that_cannot_be_understood_is_named_with_line_and_feed(string wish, string part)
    {
        var fault = Assert.Single(Parse($"{{ \"feeds\": [\n {{ \"url\": \"https://a.example/\", \"title\": \"A\", \"category\": \"C\", {wish} }} ] }}").Faults).ToString();

        Assert.StartsWith("feeds.json, line 2, feed A: ", fault, StringComparison.Ordinal);
        Assert.Contains(part, fault);
    }

    [Fact]
    public void A_missing_file_is_a_fault_that_says_what_to_do()
    {
        Assert.Contains("--feeds", Assert.Single(FeedsFile.Load("/no/such/feeds.json").Faults).ToString());
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        FeedDefinition[] feeds = [new("https://a.example/?q=\"x\"", "Ä & B", "EV", TimeSpan.FromMinutes(90), FullTextMode.Always, "sv", true) { Reader = FeedReaderKind.CodeHollow, Cron = "30 6 * * *", CronZone = "Asia/Tokyo", QuietHours = "23:00-06:00" }, new("http://b.example/", "B", "Tech")];

        Assert.Equal(feeds, Parse(FeedsFileWriter.Format(feeds)).Feeds);
    }

    [Fact]
    public void The_list_that_we_ship_has_no_fault_and_at_least_forty_feeds()
    {
        var file = FeedsFile.Load(Path.Combine(Repository.Root, "feeds.json"));

        Assert.True(file.IsValid, string.Join('\n', file.Faults));
        Assert.True(file.Feeds.Count >= 40);
    }

    private static FeedsFile Parse(string json) => FeedsFile.Parse(Encoding.UTF8.GetBytes(json), "feeds.json");
}
