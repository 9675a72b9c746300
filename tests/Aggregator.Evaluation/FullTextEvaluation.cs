using System.Globalization;
using Aggregator.Extraction;

namespace Aggregator;

/// <summary>
/// Scores <see cref="FullTextRule"/> on the pages whose article text is known: each is given as feeds give articles (<see cref="SimulatedFeeds"/>).
/// "Enough" is right when the feed's text holds at least nine tenths of the article's words and wrong below seven tenths; between them either answer
/// passes. "Page is better" is judged by the F1 of both texts against the known one over runs of four words; less than 0.02 apart is a tie.
/// </summary>
internal static class FullTextEvaluation
{
    private const double Full = 0.9, Partial = 0.7, Tie = 0.02;

    public static int Run(string corpus, TextWriter output)
    {
        var enough = new Decisions();
        var better = new Decisions();
        var ways = new SortedDictionary<string, (Decisions Enough, Decisions Better)>(StringComparer.Ordinal);
        var kept = new Loss();
        var gate = new Lock();
        var pages = ExtractionPredictions.ReadPages(corpus).Where(p => !string.IsNullOrWhiteSpace(p.Gold)).ToList();
        Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, page =>
        {
            var read = ExtractionPredictions.Extract(corpus, page);
            var gold = new Shingles(page.Gold!);
            var ofPage = gold.F1(read.Text);
            foreach (var feed in SimulatedFeeds.Of(page.Gold!))
            {
                var saysEnough = FullTextRule.FeedTextIsEnough(feed.Text, feed.IsContentElement).Yes;
                var saysPage = FullTextRule.PageIsBetter(feed.Text, feed.IsContentElement, read.Metadata.Title ?? "", read).Yes;
                var ofFeed = gold.F1(feed.Text);
                bool? isEnough = feed.Share >= Full ? true : feed.Share < Partial ? false : null;
                bool? isPage = Math.Abs(ofPage - ofFeed) < Tie ? null : ofPage > ofFeed;
                lock (gate)
                {
                    var key = (feed.IsContentElement ? "content: " : "description: ") + feed.Way;
                    if (!ways.TryGetValue(key, out var way))
                        ways.Add(key, way = (new Decisions(), new Decisions()));
                    enough.Add(saysEnough, isEnough);
                    way.Enough.Add(saysEnough, isEnough);
                    better.Add(saysPage, isPage);
                    way.Better.Add(saysPage, isPage);
                    kept.Add(ofFeed, ofPage, saysEnough, saysPage);
                }
            }
        });

        output.WriteLine($"{pages.Count} pages");
        output.WriteLine($"feed text is enough   {enough}");
        output.WriteLine($"page is better        {better}");
        output.WriteLine(kept);
        foreach (var (name, way) in ways)
            output.WriteLine($"  {name,-48} enough {way.Enough.Short,-22} page {way.Better.Short}");
        return 0;
    }

    private sealed class Decisions
    {
        private int _hit, _false, _missed, _rest;

        public string Short => string.Create(CultureInfo.InvariantCulture, $"{_hit}+{_rest} right, {_false}+{_missed} wrong");

        public void Add(bool says, bool? truth)
        {
            switch (says, truth)
            {
                case (true, true): _hit++; break;
                case (true, false): _false++; break;
                case (false, true): _missed++; break;
                case (false, false): _rest++; break;
            }
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"precision {(double)_hit / Math.Max(1, _hit + _false):0.000}  recall {(double)_hit / Math.Max(1, _hit + _missed):0.000}  ({_hit} rightly yes, {_false} wrongly yes, {_missed} wrongly no, {_rest} rightly no)");
    }

    /// <summary>What the article's text is worth after both decisions, beside the better of both texts.</summary>
    private sealed class Loss
    {
        private double _chosen, _best;
        private int _count, _fetched;

        public void Add(double feed, double page, bool enough, bool usePage)
        {
            _count++;
            _fetched += enough ? 0 : 1;
            _chosen += !enough && usePage ? page : feed;
            _best += Math.Max(feed, page);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"after both            mean F1 {_chosen / _count:0.000} of the text kept, {_best / _count:0.000} if the better text were always known; {100.0 * _fetched / _count:0.0} % of pages fetched");
    }
}

/// <summary>The bag of all runs of four words of a text.</summary>
internal sealed class Shingles(string text)
{
    private readonly Dictionary<int, int> _bag = Bag(text);

    public double F1(string other)
    {
        var bag = Bag(other);
        var common = bag.Sum(pair => Math.Min(pair.Value, _bag.GetValueOrDefault(pair.Key)));
        var all = _bag.Values.Sum() + bag.Values.Sum();
        return all == 0 ? 1 : 2.0 * common / all;
    }

    private static Dictionary<int, int> Bag(string text)
    {
        var words = new List<int>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            if (i > start)
                words.Add(string.GetHashCode(text.AsSpan(start, i - start), StringComparison.Ordinal));
            else
                i++;
        }

        var bag = new Dictionary<int, int>();
        for (var i = 0; i + 3 < words.Count || (i == 0 && words.Count > 0); i++)
        {
            var run = words.Skip(i).Take(4).Aggregate(0, HashCode.Combine);
            bag[run] = bag.GetValueOrDefault(run) + 1;
        }

        return bag;
    }
}
