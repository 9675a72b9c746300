using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class PollMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollObservation Answer = new() { Fate = FetchFate.Updated, Status = 200 };
    private static readonly PollMemory Known = new() { Fresh = 60, FreshSource = "cache-control", Ttl = 10, SkipHours = [1], SkipDays = [2], UsualGap = 3 };

    [Fact]
    public void A_304_without_freshness_keeps_the_stored_one_and_a_document_does_not()
    {
        Assert.Equal((60, "cache-control"), Freshness(Known.With(Answer with { Status = 304 })));
        Assert.Equal((null, null), Freshness(Known.With(Answer)));
        var fresh = new Freshness(TimeSpan.FromMinutes(2), "expires");
        Assert.Equal((120, "expires"), Freshness(Known.With(Answer with { Status = 304, Freshness = fresh })));
        Assert.Equal((120, "expires"), Freshness(Known.With(Answer with { Freshness = fresh })));
    }

    [Fact]
    public void Hints_stay_until_a_document_states_others()
    {
        Assert.Equal(Known.SkipHours, Known.With(Answer).SkipHours);
        var next = Known.With(Answer with { Hints = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2), [4], [DayOfWeek.Friday]) });
        Assert.Equal((60, 120), (next.Ttl, next.Update));
        Assert.Equal(4, Assert.Single(next.SkipHours!));
        Assert.Equal(5, Assert.Single(next.SkipDays!));
        next = next.With(Answer with { Hints = PublisherHints.None });
        Assert.Equal((null, null, null, null), (next.Ttl, next.Update, next.SkipHours, next.SkipDays));
    }

    [Fact]
    public void The_usual_gap_stays_where_a_document_shows_none()
    {
        Assert.Equal(3, Known.With(Answer).UsualGap);
        Assert.Equal(2, Known.With(Answer with { EntryDates = [.. Enumerable.Range(0, 8).Select(i => Now.AddDays(2 * i))] }).UsualGap);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void Hours_that_make_no_day_are_forgotten(int hours, bool kept)
    {
        var text = new PollMemory { Ttl = 5, Activity = new() { Hours = new double[hours] } }.Write();
        Assert.Equal((5, kept), (PollMemory.Read(text).Ttl, PollMemory.Read(text).Activity is not null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{")]
    public void No_memory_is_an_empty_one(string? text) => Assert.Equal(new PollMemory(), PollMemory.Read(text));

    private static (double?, string?) Freshness(PollMemory memory) => (memory.Fresh, memory.FreshSource);
}
