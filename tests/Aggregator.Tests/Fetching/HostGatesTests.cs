using Aggregator.Configuration;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class HostGatesTests
{
    private static readonly Uri A = new("https://a.example.com/feed"), B = new("https://b.example.com/feed"), Other = new("https://other.example/feed");
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Two_visits_to_one_host_never_overlap_and_keep_the_pause()
    {
        var gates = Gates(new() { FeedHostDelay = 5 });
        var first = await gates.EnterAsync(A, VisitKind.Feed, default);
        var second = gates.EnterAsync(A, VisitKind.Feed, default);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);
        first.Dispose();
        await _time.WaitingAsync(1);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_slow_host_delays_nobody_else()
    {
        var gates = Gates(new());
        using var slow = await gates.EnterAsync(A, VisitKind.Feed, default);
        var other = gates.EnterAsync(Other, VisitKind.Feed, default);
        Assert.True(other.IsCompleted);
        (await other).Dispose();
    }

    [Fact]
    public async Task Without_a_pause_as_many_enter_as_there_are_places()
    {
        var gates = Gates(new() { PageHostDelay = 0, HostConcurrency = 3 });
        List<Task<HostSlot>> visits = [.. Enumerable.Range(0, 5).Select(_ => gates.EnterAsync(A, VisitKind.Page, default))];
        Assert.Equal(3, visits.Count(v => v.IsCompleted));
        (await visits[0]).Dispose();
        await Task.WhenAny(visits[3], visits[4]);
        Assert.Equal(4, visits.Count(v => v.IsCompleted));
    }

    [Fact]
    public async Task A_visitor_who_gives_up_leaves_the_place_to_the_next()
    {
        var gates = Gates(new());
        var first = await gates.EnterAsync(A, VisitKind.Feed, default);
        using var cancel = new CancellationTokenSource();
        var second = gates.EnterAsync(A, VisitKind.Feed, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        first.Dispose();
        var third = gates.EnterAsync(A, VisitKind.Feed, default);
        await _time.WaitingAsync(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await third).Dispose();
    }

    [Fact]
    public async Task A_rate_of_the_hosts_own_goes_before_the_general_one()
    {
        var gates = Gates(new() { HostDelays = { ["example.com"] = 8 } });
        (await gates.EnterAsync(A, VisitKind.Feed, default)).Dispose();
        var second = gates.EnterAsync(B, VisitKind.Feed, default);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
    }

    [Fact]
    public async Task Feeds_come_back_for_a_turn_that_is_far_off_and_each_gets_another()
    {
        var gates = Gates(new());
        Uri reddit = new("https://www.reddit.com/r/ev/.rss"), old = new("https://old.reddit.com/r/ev/.rss");
        var first = await gates.EnterAsync(reddit, VisitKind.Feed, default);
        Assert.Equal(60, await SlotAsync(gates, old));
        Assert.Equal(120, await SlotAsync(gates, reddit));
        first.Dispose();
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(150, await SlotAsync(gates, reddit));
        _time.Advance(TimeSpan.FromSeconds(30));
        (await gates.EnterAsync(old, VisitKind.Feed, default)).Dispose();
    }

    [Fact]
    public async Task What_hosts_asked_for_is_handed_out_once_and_taken_up_by_the_next_process()
    {
        var before = Gates(new());
        before.Cool(A, TimeSpan.FromMinutes(5));
        (await before.EnterAsync(new("https://www.reddit.com/r/ev/.rss"), VisitKind.Feed, default)).Dispose();
        var pauses = before.TakeChanged();
        Assert.Empty(before.TakeChanged());
        var after = Gates(new());
        after.Restore(pauses);
        Assert.Equal(_time.GetUtcNow().AddMinutes(5), after.CoolingUntil(B));
        Assert.Equal(_time.GetUtcNow().AddSeconds(60), after.CoolingUntil(new("https://old.reddit.com/")));
    }

    private static async Task<double> SlotAsync(HostGates gates, Uri url) =>
        (await Assert.ThrowsAsync<FetchFailedException>(() => gates.EnterAsync(url, VisitKind.Feed, default))).RetryAfter!.Value.TotalSeconds;

    [Fact]
    public async Task Crawl_delay_holds_for_pages_and_not_for_feeds()
    {
        var gates = Gates(new() { PageHostDelay = 1, FeedHostDelay = 1 });
        (await gates.EnterAsync(A, VisitKind.Page, default)).Dispose();
        gates.SetCrawlDelay(A, TimeSpan.FromSeconds(20));
        var page = gates.EnterAsync(A, VisitKind.Page, default);
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(page.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await page).Dispose();
        var feed = gates.EnterAsync(A, VisitKind.Feed, default);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await feed).Dispose();
    }

    [Fact]
    public void A_stated_wait_cools_all_hosts_of_a_public_domain_and_no_other()
    {
        var gates = Gates(new());
        gates.Cool(A, TimeSpan.FromMinutes(5));
        Assert.Equal(_time.GetUtcNow().AddMinutes(5), gates.CoolingUntil(A));
        Assert.NotNull(gates.CoolingUntil(B));
        Assert.Null(gates.CoolingUntil(Other));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(gates.CoolingUntil(A));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8001/", "http://127.0.0.1:8002/")]
    [InlineData("http://localhost:8001/", "http://localhost:8002/")]
    [InlineData("http://[::1]:8001/", "http://[::1]:8002/")]
    [InlineData("http://rss.internal:8001/", "http://hub.internal:8001/")]
    public void Private_hosts_cool_by_origin(string one, string neighbour)
    {
        var gates = Gates(new());
        gates.Cool(new Uri(one), TimeSpan.FromMinutes(5));
        Assert.NotNull(gates.CoolingUntil(new Uri(one)));
        Assert.Null(gates.CoolingUntil(new Uri(neighbour)));
    }

    [Fact]
    public void Without_a_stated_wait_the_cool_down_doubles_from_ten_minutes_to_a_day_until_a_good_answer()
    {
        var gates = Gates(new());
        List<double> minutes = [];
        for (var i = 0; i < 10; i++)
        {
            var wait = gates.Cool(A, null) - _time.GetUtcNow();
            minutes.Add(wait.TotalMinutes);
            _time.Advance(wait);
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440], minutes);
        gates.Forgive(A);
        Assert.Equal(_time.GetUtcNow().AddMinutes(10), gates.Cool(A, null));
    }

    [Fact]
    public void Refusals_of_requests_that_were_under_way_together_are_one()
    {
        var gates = Gates(new());
        gates.Cool(A, null);
        Assert.Equal(_time.GetUtcNow().AddMinutes(10), gates.Cool(B, null));
    }

    [Fact]
    public void A_good_answer_does_not_end_a_stated_wait()
    {
        var gates = Gates(new());
        gates.Cool(A, TimeSpan.FromHours(1));
        gates.Forgive(A);
        Assert.NotNull(gates.CoolingUntil(A));
    }

    [Fact]
    public void The_doubling_is_jittered()
    {
        var gates = new HostGates(new(), Domain, _time, () => 0.5);
        Assert.Equal(_time.GetUtcNow().AddMinutes(10.5), gates.Cool(A, null));
    }

    private HostGates Gates(AggregatorOptions options) => new(options, Domain, _time, () => 0);

    private static string Domain(string host) => string.Join('.', host.Split('.').TakeLast(2));
}
