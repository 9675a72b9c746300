using System.Security.Cryptography;
using Aggregator.Model;
using Aggregator.Polling;
using Aggregator.Support;

namespace Aggregator.Fetching;

/// <summary>Fetcher and policy together over days of the moved clock: what a publisher sees in the log.</summary>
public sealed class PoliteSubscriberTests
{
    private readonly List<(DateTimeOffset At, RawRequest Request)> _log = [];

    [Fact]
    public async Task Conditional_polls_come_an_hour_apart_and_unconditional_ones_a_day()
    {
        await using FetchingFixture web = Serve(request => request["If-None-Match"] == "\"v\"" ? RawServer.Answer("304 Not Modified") : RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\""));
        await LiveAsync(web, TimeSpan.FromDays(20));
        Assert.True(_log.Count > 20);
        Assert.All(Gaps(_log), gap => Assert.True(gap >= TimeSpan.FromHours(1), gap.ToString()));
        List<(DateTimeOffset At, RawRequest Request)> full = _log.FindAll(l => l.Request["If-None-Match"] is null);
        Assert.All(Gaps(full), gap => Assert.True(gap >= TimeSpan.FromDays(1), gap.ToString()));
        Assert.InRange(full.Count, 3, 4); // the first, and one after every eight days of 304
    }

    [Fact]
    public async Task A_server_without_validators_is_asked_once_a_day()
    {
        await using FetchingFixture web = Serve(_ => RawServer.Answer("200 OK", "<rss/>"));
        await LiveAsync(web, TimeSpan.FromDays(10), minutesBetweenEntries: 200);
        Assert.All(Gaps(_log), gap => Assert.True(gap >= TimeSpan.FromDays(1), gap.ToString()));
        Assert.InRange(_log.Count, 8, 11);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=86400")]
    [InlineData("Expires: {0}")]
    public async Task A_freshness_of_a_day_is_obeyed(string header)
    {
        await using FetchingFixture web = Serve(_ => RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\"", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, _log[^1].At.AddDays(1).ToString("R"))));
        await LiveAsync(web, TimeSpan.FromDays(5));
        Assert.All(Gaps(_log), gap => Assert.True(gap >= TimeSpan.FromDays(1), gap.ToString()));
    }

    [Theory]
    [InlineData("Retry-After: 7200")]
    [InlineData("Retry-After: {0}")]
    public async Task A_retry_after_is_obeyed_in_both_forms(string header)
    {
        await using FetchingFixture web = Serve(_ => _log.Count == 1
            ? RawServer.Answer("429 Too Many Requests", "", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, _log[^1].At.AddHours(2).ToString("R")))
            : RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\""));
        await LiveAsync(web, TimeSpan.FromHours(5));
        Assert.True(_log.Count >= 2);
        Assert.True(_log[1].At - _log[0].At >= TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task The_same_body_with_new_validators_replaces_them()
    {
        int version = 0;
        await using FetchingFixture web = Serve(_ => RawServer.Answer("200 OK", "<rss/>", $"ETag: \"v{++version}\"", "Last-Modified: Mon, 02 Mar 2026 10:00:00 GMT"));
        await LiveAsync(web, TimeSpan.FromDays(2));
        Assert.Equal([null, .. Enumerable.Range(1, version - 1).Select(v => $"\"v{v}\"")], _log.Select(l => l.Request["If-None-Match"]));
    }

    [Fact]
    public async Task An_error_between_two_answers_keeps_the_validators()
    {
        await using FetchingFixture web = Serve(_ => _log.Count == 2 ? RawServer.Answer("500 Broken", "", "ETag: \"error\"") : RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\""));
        await LiveAsync(web, TimeSpan.FromDays(2));
        Assert.Equal([null, "\"v\"", "\"v\""], _log.Take(3).Select(l => l.Request["If-None-Match"]));
    }

    [Fact]
    public async Task Gone_is_believed_at_once()
    {
        await using FetchingFixture web = Serve(_ => RawServer.Answer("410 Gone"));
        await LiveAsync(web, TimeSpan.FromDays(60));
        Assert.Single(_log);
    }

    [Fact]
    public async Task A_permanent_redirect_is_taken_over_after_a_week_and_not_before()
    {
        await using FetchingFixture web = Serve(request => request.Path == "/feed" ? RawServer.Answer("301 Moved", "", "Location: /new") : RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\""));
        await LiveAsync(web, TimeSpan.FromDays(14));
        List<DateTimeOffset> old = [.. _log.Where(l => l.Request.Path == "/feed").Select(l => l.At)];
        Assert.InRange(old[^1] - old[0], TimeSpan.FromDays(7), TimeSpan.FromDays(9));
        Assert.Equal("/new", _log[^1].Request.Path);
    }

    [Fact]
    public async Task A_chain_with_a_temporary_hop_is_followed_and_never_taken_over()
    {
        await using FetchingFixture web = Serve(request => request.Path switch
        {
            "/feed" => RawServer.Answer("301 Moved", "", "Location: /middle"),
            "/middle" => RawServer.Answer("302 Found", "", "Location: /new"),
            _ => RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\""),
        });
        await LiveAsync(web, TimeSpan.FromDays(14));
        Assert.Equal(_log.Count(l => l.Request.Path == "/feed"), _log.Count(l => l.Request.Path == "/new"));
    }

    [Fact]
    public async Task A_304_with_a_longer_freshness_moves_the_next_poll()
    {
        await using FetchingFixture web = Serve(request => request["If-None-Match"] is null
            ? RawServer.Answer("200 OK", "<rss/>", "ETag: \"v\"", "Cache-Control: max-age=3600")
            : RawServer.Answer("304 Not Modified", "", "Cache-Control: max-age=36000"));
        await LiveAsync(web, TimeSpan.FromDays(3));
        Assert.True(_log.Count >= 3);
        Assert.All(Gaps(_log).Skip(1), gap => Assert.True(gap >= TimeSpan.FromHours(10), gap.ToString()));
    }

    private FetchingFixture Serve(Func<RawRequest, byte[]> answer)
    {
        FetchingFixture? web = null;
        return web = new FetchingFixture(request =>
        {
            _log.Add((web!.Time.GetUtcNow(), request));
            return answer(request);
        });
    }

    /// <summary>Polls one lively feed whenever it is due, as the service does, and moves the clock from one due time to the next.</summary>
    private static async Task LiveAsync(FetchingFixture web, TimeSpan span, int minutesBetweenEntries = 20)
    {
        DateTimeOffset end = web.Time.GetUtcNow() + span;
        var options = new PollingOptions();
        var feed = new Feed { Id = 1, Definition = new(web.Server.Url("/feed").AbsoluteUri, "Feed", "Test"), CurrentUrl = web.Server.Url("/feed").AbsoluteUri };
        while (web.Time.GetUtcNow() < end && !feed.State.Gone)
        {
            DateTimeOffset now = web.Time.GetUtcNow();
            FeedFetchResult result = await web.Services.Feeds.FetchAsync(FeedFetchRequest.For(feed, options, now), default);
            PollObservation seen = result.ToObservation();
            if (result is FeedFetchResult.Fetched fetched)
                seen = seen with { BodyHash = Convert.ToHexString(SHA256.HashData(fetched.Body)), Hints = PublisherHints.None, Entries = 100, Known = 99, EntryDates = [.. Enumerable.Range(1, 100).Select(i => now.AddMinutes(-minutesBetweenEntries * i))] };
            PollDecision decision = PollingPolicy.Next(feed.State, seen, options, now, 0);
            feed = feed with { State = decision.State, CurrentUrl = decision.NewUrl ?? feed.CurrentUrl };
            if (!feed.State.Gone)
                web.Time.Advance(feed.State.NextPollAt - now);
        }
    }

    private static IEnumerable<TimeSpan> Gaps(List<(DateTimeOffset At, RawRequest Request)> log) => log.Zip(log.Skip(1), (a, b) => b.At - a.At);
}
