using System.Globalization;
using System.Runtime.CompilerServices;
using Aggregator.Model;

namespace Aggregator.Feeds.Drafts;

public class NewestEntriesTests
{
    private const int Limit = 1_000;

    [Fact]
    public void Lets_go_of_entries_as_soon_as_they_are_not_among_the_newest()
    {
        var newest = new NewestEntries(Limit);
        var given = new List<WeakReference>();
        for (var tenth = 0; tenth < 10; tenth++)
        {
            Add(newest, given, 10_000);
            GC.Collect();

            Assert.InRange(given.Count(e => e.IsAlive), Limit, Limit + 1); // the last one given may still be on the stack
        }

        Assert.Equal(Limit, newest.InDocumentOrder().Count);
        Assert.Equal(99_000, newest.Dropped);
    }

    // The dates go up and down, so that entries are dropped from the middle as well as refused.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(NewestEntries newest, List<WeakReference> given, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = given.Count;
            var entry = new ParsedEntry { Id = number.ToString(CultureInfo.InvariantCulture), Published = new ClaimedDate(Read.Utc(2026, 1, 1).AddMinutes(number * 7919 % 100_000), DatePrecision.Full, "x") };
            given.Add(new WeakReference(entry));
            newest.Add(entry);
        }
    }
}
