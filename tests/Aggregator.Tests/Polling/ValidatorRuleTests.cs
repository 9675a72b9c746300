using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class ValidatorRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new();
    private static readonly FeedState Stuck = new() { ETag = "\"a\"", LastFate = FetchFate.NotModified, LastFullAt = Now - Options.FullReadAfter };

    [Theory]
    [InlineData("\"b\"", null, "https://b.example/")]
    [InlineData(null, "Mon", "https://b.example/")]
    [InlineData(null, null, null)]
    public void The_address_is_kept_with_either_validator(string? etag, string? modified, string? url)
    {
        var seen = new PollObservation { Fate = FetchFate.Updated, Status = 200, ETag = etag, LastModified = modified, FinalUrl = "https://b.example/" };
        var state = ValidatorRule.Apply(Stuck, seen);
        Assert.Equal((etag, modified, url), (state.ETag, state.LastModified, state.ValidatorsUrl));
        Assert.Equal(url is not null, ValidatorRule.Has(state));
        Assert.Equal(url is not null ? SentValidators.Both : SentValidators.None, ValidatorRule.Send(state, Options, Now.AddDays(-1)));
    }

    [Fact]
    public void A_feed_that_answered_304_for_eight_days_is_read_in_full()
    {
        Assert.Equal(SentValidators.None, ValidatorRule.Send(Stuck, Options, Now));
        Assert.Equal(SentValidators.Both, ValidatorRule.Send(Stuck, Options, Now.AddSeconds(-1)));
        Assert.Equal(SentValidators.Both, ValidatorRule.Send(Stuck with { LastFate = FetchFate.Updated }, Options, Now));
        Assert.Equal(SentValidators.Both, ValidatorRule.Send(Stuck with { LastFullAt = null }, Options, Now));
    }

    [Theory]
    [InlineData("https://wordpress.org/?v=6.1.9", true)]
    [InlineData("WordPress https://wordpress.org/", true)]
    [InlineData("https://www.classicpress.net/?v=2.0", true)]
    [InlineData("Hugo 0.111.3", false)]
    [InlineData(null, false)]
    public void A_feed_of_a_platform_that_hides_late_posts_is_read_in_full_once_a_day(string? generator, bool daily)
    {
        var memory = new PollMemory().With(new PollObservation { Fate = FetchFate.Updated, Status = 200, Hints = PublisherHints.None, Generator = generator });
        var state = Stuck with { LastFullAt = Now, PollMemory = memory.Write() };
        Assert.Equal(SentValidators.Both, ValidatorRule.Send(state, Options, Now.AddHours(23)));
        Assert.Equal(daily ? SentValidators.None : SentValidators.Both, ValidatorRule.Send(state, Options, Now.AddHours(24)));
    }

    [Fact]
    public void What_was_learnt_of_a_server_is_sent()
    {
        foreach (var way in (SentValidators[])[SentValidators.Date, SentValidators.Tag])
            Assert.Equal(way, ValidatorRule.Send(Stuck with { LastFullAt = Now, PollMemory = new PollMemory { Sends = way, Form = "" }.Write() }, Options, Now));
    }

    [Fact]
    public void A_full_read_that_was_tried_waits_as_long_as_an_unconditional_poll()
    {
        var tried = Stuck with { PollMemory = new PollMemory { FullTriedAt = Now }.Write() };
        Assert.Equal(SentValidators.Both, ValidatorRule.Send(tried, Options, Now + Options.UnconditionalFloor - TimeSpan.FromSeconds(1)));
        Assert.Equal(SentValidators.None, ValidatorRule.Send(tried, Options, Now + Options.UnconditionalFloor));
    }
}
