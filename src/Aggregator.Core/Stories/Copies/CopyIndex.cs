using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>
/// Finds articles whose text is (nearly) that of an earlier one: reprints, wire copy, abridged and edited versions, teasers.
/// Candidates come from winnowed fingerprints, the decision from the share of common word triples of the shorter text (containment), so that a cut text,
/// a new headline or added paragraphs do not matter; a frame that is filled with other facts is no copy.
/// </summary>
/// <remarks>
/// Streaming: <see cref="Find"/> and then <see cref="Add(ArticleText)"/>, article by article. The original of a copy is the article of its family that was added
/// first; an article that arrives later but was published earlier still names that one, as what was said once is not taken back.
/// Memory is bounded by the window: about 4 bytes a content word and 16 bytes a fingerprint, 2 KB for an article of 450 words, so some 300 MB for 150,000
/// articles in 30 days and 10 MB for 5,000. Not safe for use by several threads at once.
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

    private readonly List<CopyText?> _texts = [];
    private readonly Dictionary<long, CopyFamily> _families = [];
    private FingerprintTable _table = new(options.MaxPostings);
    private int _alive;
    private (ArticleText Article, Match? Match) _last;

    public CopyIndex()
        : this(new CopyOptions())
    {
    }

    /// <summary>Articles that are remembered.</summary>
    public int Count => _alive;

    /// <summary>The article that <paramref name="article"/> is a copy of, or null when its text is new.</summary>
    public CopyMatch? Find(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = CopyWords.Of(article.Text);
        var codes = Codes(words);
        var match = BestMatch(article.Id, codes);
        _last = (article, match);
        if (match is null)
            return null;
        string[] evidence =
        [
            $"shared passage: “{Passage.Longest(article.Text, words, match.Text.Words)}”",
            string.Create(CultureInfo.InvariantCulture, $"{match.Comparison.Shared} of the shorter text's {match.Comparison.Triples} word triples are shared ({match.Comparison.Containment:P0})"),
            string.Create(CultureInfo.InvariantCulture, $"numbers and names in the same surroundings: {match.Facts.Agree} agree, {match.Facts.Differ} differ"),
        ];
        var decision = new Decision("copy", "containment", match.Comparison.Containment, Threshold(match.Comparison), evidence, match.Text.Id);
        return new CopyMatch(match.Text.Family.Original, match.Comparison.Containment, decision);
    }

    /// <summary>Remembers an article, so that copies of it are found from now on.</summary>
    public void Add(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var codes = Codes(CopyWords.Of(article.Text));
        var match = ReferenceEquals(_last.Article, article) ? _last.Match : BestMatch(article.Id, codes);
        Remember(article, codes, match?.Text.Family.Original ?? article.Id);
    }

    /// <summary>Remembers an article of which it is known already whether it is a copy: to rebuild the index from the store.</summary>
    public void Restore(ArticleText article, long? copyOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        Remember(article, Codes(CopyWords.Of(article.Text)), copyOf ?? article.Id);
    }

    /// <summary>Forgets all articles published before <paramref name="before"/>.</summary>
    public void Forget(DateTimeOffset before)
    {
        _last = default;
        for (var i = 0; i < _texts.Count; i++)
        {
            if (_texts[i] is { } text && text.Published < before)
            {
                text.Family.Members.Remove(text);
                if (text.Family.Members.Count == 0)
                    _families.Remove(text.Family.Original);
                _texts[i] = null;
                _alive--;
            }
        }

        // a quarter may be dead before the table is made anew: rebuilding costs as much as adding
        if (_alive * 4 < _texts.Count * 3)
            Compact();
    }

    private void Remember(ArticleText article, uint[] codes, long original)
    {
        if (!_families.TryGetValue(original, out var family))
            _families[original] = family = new CopyFamily(original);
        var text = new CopyText(article.Id, article.Published, codes, family);
        family.Members.Add(text);
        _table.Add(Fingerprints(codes), _texts.Count);
        _texts.Add(text);
        _alive++;
        _last = default;
    }

    private void Compact()
    {
        _texts.RemoveAll(t => t is null);
        _table = new FingerprintTable(options.MaxPostings);
        for (var i = 0; i < _texts.Count; i++)
            _table.Add(Fingerprints(_texts[i]!.Words), i);
    }

    private Match? BestMatch(long id, uint[] codes)
    {
        var triples = CopyText.Triples(codes).ToHashSet();
        Match? best = null;
        foreach (var text in Candidates(codes))
        {
            if (text.Id == id)
                continue;
            var comparison = Compare(triples, text);
            if (comparison.Triples < options.MinTriples || comparison.Containment < Threshold(comparison) || comparison.Containment <= best?.Comparison.Containment)
                continue;
            var facts = FactCheck.Of(codes, text.Words);
            if (!facts.IsTemplate && (comparison.Containment >= options.SureThreshold || FitsFamily(triples, text)))
                best = new Match(text, comparison, facts);
        }

        return best;
    }

    private bool FitsFamily(HashSet<uint> triples, CopyText text) => text.Family.Members
        .Take(MaxFamilyChecks)
        .All(m => ReferenceEquals(m, text) || Compare(triples, m).Containment >= options.Threshold);

    /// <summary>Texts with common fingerprints, those with most first, the earlier one first among equals.</summary>
    private IEnumerable<CopyText> Candidates(uint[] codes)
    {
        var fingerprints = Fingerprints(codes);
        var shared = new Dictionary<int, int>();
        foreach (var fingerprint in fingerprints)
        {
            var texts = _table.Find(fingerprint);
            if (texts.Count > options.MaxPostings)
                continue;
            foreach (var text in texts)
                shared[text] = shared.GetValueOrDefault(text) + 1;
        }

        return shared
            .Where(s => s.Value >= 2 && _texts[s.Key] is { } text && s.Value >= MinSharedFingerprints * ExpectedFingerprints(Math.Min(codes.Length, text.Words.Length)))
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key)
            .Take(options.MaxCandidates)
            .Select(s => _texts[s.Key]!);
    }

    private double ExpectedFingerprints(int words) => words * 2.0 / (options.FingerprintWindow + 1);

    private double Threshold(CopyComparison comparison) => comparison.Triples < options.ShortText ? options.ShortThreshold : options.Threshold;

    private List<uint> Fingerprints(uint[] codes) => Winnowing.Pick(CopyText.Triples(codes), options.FingerprintWindow);

    private static CopyComparison Compare(HashSet<uint> triples, CopyText text) => CopyComparison.Of(triples, CopyText.Triples(text.Words).ToHashSet());

    private static uint[] Codes(List<CopyWord> words)
    {
        var codes = new uint[Math.Min(words.Count, CopyText.MaxWords)];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = words[i].Code;
        return codes;
    }

    private sealed record Match(CopyText Text, CopyComparison Comparison, FactCheck Facts);
}
