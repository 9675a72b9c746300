using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>
/// Finds articles whose text is (nearly) that of an earlier one: reprints, wire copy, abridged and edited versions, teasers.
/// Candidates come from winnowed fingerprints, the decision from the share of common word triples of the shorter text (containment), so that a cut text,
/// a new headline or added paragraphs do not matter; a frame that is filled with other facts is no copy.
/// </summary>
/// <remarks>
/// Streaming: <see cref="Find"/> and then <see cref="Add"/>, article by article. The original of a copy is the article of its family that was added
/// first; an article that arrives later but was published earlier still names that one, as what was said once is not taken back.
/// Memory is bounded by the window: about 2 bytes a content word and 16 bytes a fingerprint, 1.8 KB for an article of 300 such words, so some 270 MB
/// for 150,000
/// articles in 30 days and 9 MB for 5,000. Not safe for use by several threads at once.
/// </remarks>
public sealed class CopyIndex(CopyOptions options)
{
    /// <summary>A family may have hundreds of members (wire copy); these many stand for it.</summary>
    private const int MaxFamilyChecks = 16;

    /// <summary>
    /// Candidates that share fewer of the possible fingerprints are not compared: texts that share half of their triples share this part of
    /// their fingerprints with near certainty.
    /// </summary>
    private const double MinSharedFingerprints = 0.12;

    private readonly Dictionary<long, CopyFamily> _families = [];
    private readonly FingerprintTable _table = new();
    private readonly Stack<int> _free = [];
    private readonly TextFingerprints _fingerprints = new(options.FingerprintWindow);
    private readonly TripleSet _triples = new();
    private readonly int[] _found = new int[options.MaxPostings + 1];
    private readonly List<int> _touched = [];
    private CopyText?[] _texts = new CopyText?[64];
    private int[] _shared = new int[64];
    private int _used;
    private (ArticleText Article, CopyPrint Print, Match? Match)? _last;

    public CopyIndex()
        : this(new CopyOptions())
    {
    }

    /// <summary>Articles that are remembered.</summary>
    public int Count => _used - _free.Count;

    /// <summary>The article that <paramref name="article"/> is a copy of, or null when its text is new.</summary>
    public CopyMatch? Find(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = CopyWords.Of(article.Text);
        var print = CopyPrint.Of(words);
        var match = BestMatch(article.Id, print.Codes);
        _last = (article, print, match);
        if (match is null)
            return null;
        string[] evidence =
        [
            $"shared passage: “{Passage.Longest(article.Text, words, match.Text.Words)}”",
            string.Create(CultureInfo.InvariantCulture,
                $"{match.Comparison.Shared} of the shorter text's {match.Comparison.Triples} word triples are shared ({match.Comparison.Containment:P0})"),
            string.Create(CultureInfo.InvariantCulture, $"numbers and names in the same surroundings: {match.Facts.Agree} agree, {match.Facts.Differ} differ"),
        ];
        var decision = new Decision("copy", "containment", match.Comparison.Containment, Threshold(match.Comparison), evidence, match.Text.Id);
        return new CopyMatch(match.Text.Family.Original, match.Comparison.Containment, decision);
    }

    /// <summary>Remembers an article, so that copies of it are found from now on.</summary>
    /// <returns>What <see cref="Restore"/> needs in place of the text.</returns>
    public CopyPrint Add(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!ReferenceEquals(_last?.Article, article))
            Find(article);
        var (_, print, match) = _last!.Value;
        Restore(article.Id, article.Published, print, match?.Text.Family.Original);
        return print;
    }

    /// <summary>Remembers an article of which it is known already whether it is a copy: to rebuild the index from the store.</summary>
    public void Restore(long id, DateTimeOffset published, CopyPrint print, long? copyOf)
    {
        ArgumentNullException.ThrowIfNull(print);
        _last = null;
        var original = copyOf ?? id;
        if (!_families.TryGetValue(original, out var family))
            _families[original] = family = new CopyFamily(original);
        var text = new CopyText(id, published, print.Codes, family);
        family.Add(text);

        var number = _free.TryPop(out var free) ? free : _used++;
        if (number == _texts.Length)
        {
            Array.Resize(ref _texts, number * 2);
            Array.Resize(ref _shared, number * 2);
        }

        _texts[number] = text;
        _fingerprints.Read(print.Codes);
        _table.Add(_fingerprints.Picked, number);
    }

    /// <summary>
    /// Forgets all articles published before <paramref name="before"/>. A pass over all fingerprints, so to be called by the day, not by the article.
    /// </summary>
    public void Forget(DateTimeOffset before)
    {
        _last = null;
        var gone = new bool[_used];
        for (var i = 0; i < gone.Length; i++)
            gone[i] = _texts[i] is { } text && text.Published < before;
        if (!gone.Contains(true))
            return;
        _table.Remove(gone);
        for (var i = 0; i < gone.Length; i++)
        {
            if (gone[i])
                Drop(i);
        }
    }

    private void Drop(int number)
    {
        var text = _texts[number]!;
        text.Family.Members.Remove(text);
        if (text.Family.Members.Count == 0)
            _families.Remove(text.Family.Original);
        _texts[number] = null;
        _free.Push(number);
    }

    private Match? BestMatch(long id, ushort[] codes)
    {
        _fingerprints.Read(codes);
        var candidates = Candidates(codes.Length, _fingerprints.Picked);
        if (candidates.Count == 0)
            return null;
        _triples.Fill(_fingerprints.Triples);
        Match? best = null;
        foreach (var text in candidates)
        {
            if (text.Id == id)
                continue;
            var comparison = _triples.Compare(text);
            if (comparison.Triples < options.MinTriples
                || comparison.Containment < Threshold(comparison)
                || comparison.Containment <= best?.Comparison.Containment)
            {
                continue;
            }

            var facts = FactCheck.Of(codes, text.Words);
            if (facts.IsTemplate || Replacements.Of(codes, text.Words).IsTemplate)
                continue;
            if (comparison.Containment >= options.SureThreshold || FitsFamily(text))
                best = new Match(text, comparison, facts);
        }

        return best;
    }

    private bool FitsFamily(CopyText text) => text.Family.Members
        .Take(MaxFamilyChecks)
        .All(m => ReferenceEquals(m, text) || _triples.Compare(m).Containment >= options.Threshold);

    /// <summary>Texts with common fingerprints, those with most first, the earlier one first among equals.</summary>
    private List<CopyText> Candidates(int words, List<uint> fingerprints)
    {
        foreach (var fingerprint in fingerprints)
        {
            var count = _table.Find(fingerprint, _found);
            if (count > options.MaxPostings)
                continue;
            foreach (var number in _found.AsSpan(0, count))
            {
                if (_shared[number]++ == 0)
                    _touched.Add(number);
            }
        }

        var found = new List<(CopyText Text, int Shared)>();
        foreach (var number in _touched)
        {
            var (text, shared) = (_texts[number]!, _shared[number]);
            _shared[number] = 0;
            if (shared >= 2 && shared >= MinSharedFingerprints * ExpectedFingerprints(Math.Min(words, text.Words.Length)))
                found.Add((text, shared));
        }

        _touched.Clear();
        found.Sort((a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Text.Id.CompareTo(b.Text.Id));
        return [.. found.Take(options.MaxCandidates).Select(f => f.Text)];
    }

    private double ExpectedFingerprints(int words) => words * 2.0 / (options.FingerprintWindow + 1);

    private double Threshold(CopyComparison comparison) => comparison.Triples < options.ShortText ? options.ShortThreshold : options.Threshold;

    private sealed record Match(CopyText Text, CopyComparison Comparison, FactCheck Facts);
}
