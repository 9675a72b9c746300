using Aggregator.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Api.Query;

public sealed class QueryBinderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<QueryParameter> All = Parameters.FilterAnd(Parameters.Sort, Parameters.Limit(50, 1000, "articles"), Parameters.Cursor, Parameters.Text).Parameters;

    [Theory]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T08:30Z", "2026-11-20T08:30:00Z")]
    [InlineData("2026-11-20T08:30:00%2B02:00", "2026-11-20T06:30:00Z")]
    [InlineData("2026-11-20T08:30:00+02:00", "2026-11-20T06:30:00Z")]
    [InlineData("2026-11-20T08:30:00.125Z", "2026-11-20T08:30:00.125Z")]
    [InlineData("24h", "2026-11-21T12:00:00Z")]
    [InlineData("7d", "2026-11-15T12:00:00Z")]
    [InlineData("2w", "2026-11-08T12:00:00Z")]
    [InlineData("30m", "2026-11-22T11:30:00Z")]
    public void Reads_times_as_ISO_8601_or_as_a_span_back_from_now(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Bind($"from={text}").Filter.From);

    [Theory]
    [InlineData("from=2026-11-27&zone=America/Los_Angeles", "2026-11-27T08:00:00Z")]
    [InlineData("from=2026-07-27&zone=America/Los_Angeles", "2026-07-27T07:00:00Z")]
    [InlineData("from=2026-11-27&zone=Asia/Kathmandu", "2026-11-26T18:15:00Z")]
    [InlineData("from=2026-11-27T06:00&zone=Asia/Tokyo", "2026-11-26T21:00:00Z")]
    [InlineData("from=2026-11-27T06:00Z&zone=Asia/Tokyo", "2026-11-27T06:00:00Z")]
    [InlineData("from=2026-11-27T06:00%2B01:00&zone=Asia/Tokyo", "2026-11-27T05:00:00Z")]
    [InlineData("from=2026-03-29T02:30&zone=Europe/Berlin", "2026-03-29T01:00:00Z")]
    [InlineData("from=2026-10-25T02:30&zone=Europe/Berlin", "2026-10-25T00:30:00Z")]
    [InlineData("from=24h&zone=Asia/Tokyo", "2026-11-21T12:00:00Z")]
    [InlineData("from=1000-01-01&zone=Asia/Tokyo", "1600-01-01T00:00:00Z")]
    public void Reads_what_names_no_zone_by_the_clocks_of_the_zone_that_is_asked_for(string query, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Bind(query).Filter.From);

    [Theory]
    [InlineData("zone=Mars", "zone", "no time zone known here")]
    [InlineData("from=yesterday", "from", "ISO 8601")]
    [InlineData("from=7", "from", "ISO 8601")]
    [InlineData("from=999999999999h", "from", "ISO 8601")]
    [InlineData("from=999999w", "from", "ISO 8601")]
    [InlineData("from=2026-11-20&to=2026-11-19", "from", "after to")]
    [InlineData("limit=0", "limit", "1 to 1000")]
    [InlineData("limit=1001", "limit", "1 to 1000")]
    [InlineData("limit=ten", "limit", "1 to 1000")]
    [InlineData("limit=1&limit=2", "limit", "once")]
    [InlineData("sort=oldest", "sort", "published or seen or relevance")]
    [InlineData("sort=relevance", "sort", "q")]
    [InlineData("copies=drop", "copies", "keep or collapse")]
    [InlineData("feed=abc", "feed", "no id")]
    [InlineData("min_words=-1", "min_words", "0 to")]
    [InlineData("outlets=a.example", "outlets", "Did you mean 'outlet'?")]
    [InlineData("lang=en", "lang", "Unknown parameter 'lang'")]
    public void Names_the_parameter_and_what_is_allowed(string query, string parameter, string message)
    {
        var faults = Bind(query).Faults;
        Assert.Contains(message, Assert.Single(faults.ByParameter[parameter]));
    }

    [Fact]
    public void Collects_all_faults() => Assert.Equal(3, Bind("limit=0&sort=x&nonsense=1").Faults.ByParameter.Count);

    [Fact]
    public void Takes_lists_repeated_or_with_commas()
    {
        var filter = Bind("outlet=a.example,b.example&outlet=c.example&outlet=a.example&feed=1,2&topic=electric%20vehicles").Filter;
        Assert.Equal(["a.example", "b.example", "c.example"], filter.Outlets);
        Assert.Equal([1, 2], filter.Feeds);
        Assert.Equal(["electric vehicles"], filter.Topics);
    }

    [Fact]
    public void Takes_an_empty_value_for_none()
    {
        var query = Bind("q=&from=&outlet=&limit=");
        Assert.False(query.Faults.Any);
        Assert.Null(query.Filter.Query);
        Assert.Equal(50, query.Page.Limit);
    }

    [Fact]
    public void Says_where_a_search_text_goes_wrong()
    {
        var faults = Bind("q=battery%20%22solid%20state").Faults;
        Assert.Equal(8, faults.Search!.Value.Position);
        Assert.NotEmpty(faults.Search.Value.Hint);
    }

    [Fact]
    public void Refuses_more_than_a_query_can_mean()
    {
        Assert.True(Bind("outlet=" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"{i}.example"))).Faults.Any);
        Assert.True(Bind("outlet=" + new string('a', 201)).Faults.Any);
        Assert.True(Bind("q=" + new string('a', 2001)).Faults.Any);
    }

    [Fact]
    public void Knows_whether_the_window_moves()
    {
        Assert.True(Bind("from=24h").IsRelative);
        Assert.False(Bind("from=2026-11-20").IsRelative);
    }

    [Fact]
    public void Binds_nothing_to_the_filter_that_matches_all() => Assert.Equal(ArticleFilter.All with { }, Bind("").Filter with { Feeds = ArticleFilter.All.Feeds });

    private static RequestQuery Bind(string query) => QueryBinder.Bind(new QueryCollection(QueryHelpers.ParseQuery(query)), All, Now);
}
