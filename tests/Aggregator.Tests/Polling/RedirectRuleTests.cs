using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class RedirectRuleTests
{
    private const string Old = "https://old.example/feed", New = "https://new.example/feed";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Adopts_a_permanent_target_after_seven_days_and_five_sightings()
    {
        Assert.Equal([null, null, null, null, null, null, null, New], Follow([.. Enumerable.Range(0, 8).Select(day => (day, Permanent()))]));
    }

    [Fact]
    public void Seven_days_with_too_few_sightings_are_not_enough() =>
        Assert.Equal([null, null, null], Follow((0, Permanent()), (4, Permanent()), (9, Permanent())));

    [Fact]
    public void The_fifth_sighting_and_the_seventh_day_are_enough() =>
        Assert.Equal([null, null, null, null, New], Follow((0, Permanent()), (1, Permanent()), (2, Permanent()), (3, Permanent()), (7, Permanent())));

    [Fact]
    public void Many_sightings_within_a_day_are_not_enough() =>
        Assert.All(Follow([.. Enumerable.Repeat((0, Permanent()), 20)]), Assert.Null);

    public static TheoryData<int[]> Unstable => [[302], [301, 302], [302, 301], [307], [303], [308, 307]];

    [Theory]
    [MemberData(nameof(Unstable))]
    public void Never_adopts_a_chain_with_a_temporary_hop(int[] statuses) =>
        Assert.All(Follow([.. Enumerable.Range(0, 12).Select(day => (day, Chain(statuses)))]), Assert.Null);

    [Fact]
    public void Adopts_the_end_of_a_chain_of_permanent_hops() =>
        Assert.Equal(New, Follow([.. Enumerable.Range(0, 8).Select(day => (day, Chain(301, 308)))])[^1]);

    [Fact]
    public void Adopts_an_announced_address_that_stands_there_as_long()
    {
        Assert.Equal([null, null, null, null, New], Announced(New, 0, 1, 2, 3, 7));
        Assert.All(Announced(New, 0, 1, 2, 3, 4, 5, 6), Assert.Null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Old)]
    [InlineData("http://new.example/feed")]
    [InlineData("ftp://new.example/feed")]
    [InlineData("new feed")]
    public void Passes_an_announced_address_over_that_leads_nowhere_better(string? notice) => Assert.All(Announced(notice, 0, 1, 2, 3, 4, 8, 9), Assert.Null);

    [Fact]
    public void Never_gives_up_https()
    {
        RedirectHop[] down = [new(301, Old, "http://new.example/feed")];
        Assert.All(Follow([.. Enumerable.Range(0, 12).Select(day => (day, Seen(down)))]), Assert.Null);
        RedirectHop[] downAndUp = [new(301, Old, "http://old.example/feed"), new(301, "http://old.example/feed", New)];
        Assert.All(Follow([.. Enumerable.Range(0, 12).Select(day => (day, Seen(downAndUp)))]), Assert.Null);
    }

    [Fact]
    public void Another_target_or_an_answer_in_place_starts_the_count_anew()
    {
        PollObservation other = Seen([new(301, Old, "https://portal.example/login")]), inPlace = Seen([]);
        Assert.All(Follow([.. Days(0, 6, Permanent()), (7, other), .. Days(8, 6, Permanent())]), Assert.Null);
        Assert.All(Follow([.. Days(0, 6, Permanent()), (7, inPlace), .. Days(8, 6, Permanent())]), Assert.Null);
    }

    [Fact]
    public void A_target_that_is_no_feed_is_not_counted_and_errors_do_not_reset()
    {
        var login = Permanent() with { Fate = FetchFate.NotAFeed };
        Assert.All(Follow([.. Days(0, 12, login)]), Assert.Null);
        Assert.Equal(New, Follow([.. Days(0, 6, Permanent()), (6, login), (7, Permanent())])[^1]);
    }

    private static IEnumerable<(int, PollObservation)> Days(int from, int count, PollObservation seen) => Enumerable.Range(from, count).Select(day => (day, seen));

    private static List<string?> Follow(params (int Day, PollObservation Seen)[] polls)
    {
        FeedState state = new();
        List<string?> adopted = [];
        foreach ((var day, var seen) in polls)
        {
            var decision = PollingPolicy.Next(state, seen, new(), Start.AddDays(day), 0);
            state = decision.State;
            adopted.Add(decision.NewUrl);
        }

        return adopted;
    }

    private static List<string?> Announced(string? notice, params int[] days)
    {
        var state = new FeedState();
        var adopted = new List<string?>();
        foreach (var day in days)
        {
            (state, var target) = RedirectRule.Apply(state, Seen([]) with { FinalUrl = Old }, Start.AddDays(day), notice);
            adopted.Add(target);
        }

        return adopted;
    }

    private static PollObservation Permanent() => Seen([new(301, Old, New)]);

    private static PollObservation Chain(params int[] statuses) =>
        Seen([.. statuses.Select((s, i) => new RedirectHop(s, i == 0 ? Old : $"https://mid{i}.example/", i == statuses.Length - 1 ? New : $"https://mid{i + 1}.example/"))]);

    private static PollObservation Seen(RedirectHop[] hops) => new() { Fate = FetchFate.Updated, Status = 200, FinalUrl = hops.Length == 0 ? Old : hops[^1].To, Redirects = hops };
}
