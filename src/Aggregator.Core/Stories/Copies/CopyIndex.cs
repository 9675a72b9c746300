using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>
/// Finds articles whose text is (nearly) that of an earlier one: reprints, wire copy, abridged and edited versions, teasers.
/// Candidates come from winnowed fingerprints, the decision from the share of common word triples of the shorter text (containment), so that a cut text,
/// a new headline or added paragraphs do not matter; a frame that is filled with other facts is no copy.
/// </summary>
/// <remarks>
/// Streaming: <see cref="Find"/> and then <see cref="Add"/>, article by article, in any order of time. The original of a copy is the article of its kind that
/// was added first; an article that arrives later but was published earlier still names that one, as what was said once is not taken back.
/// Memory is bounded by the window: about 4 bytes a content word and 16 bytes a fingerprint, 2 KB for an article of 450 words, so some 300 MB for 150,000
/// articles in 30 days and 10 MB for 5,000. Not safe for use by several threads at once.
/// </remarks>
public sealed class CopyIndex(CopyOptions options)
{
    private readonly List<CopyText?> _texts = [];
    private FingerprintTable _table = new(options.MaxPostings);
    private int _alive;

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
        if (BestMatch(article.Id, codes) is not var (text, comparison))
            return null;
        string[] evidence =
        [
            $"shared passage: “{Passage.Longest(article.Text, words, text.Words)}”",
            string.Create(CultureInfo.InvariantCulture, $"{comparison.Shared} of the shorter text's {comparison.Triples} word triples ({comparison.Containment:P0})"),
            $"numbers and names in the same surroundings: {comparison.FactsAgree} agree, {comparison.FactsDiffer} differ",
        ];
        return new CopyMatch(text.Original, comparison.Containment, new Decision("copy", "containment", comparison.Containment, Threshold(comparison), evidence, text.Id));
    }

    /// <summary>Remembers an article, so that copies of it are found from now on.</summary>
    public void Add(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var codes = Codes(CopyWords.Of(article.Text));
        var original = BestMatch(article.Id, codes) is var (text, _) ? text.Original : article.Id;
        _table.Add(Fingerprints(codes), _texts.Count);
        _texts.Add(new CopyText(article.Id, original, article.Published, codes));
        _alive++;
    }

    /// <summary>Forgets all articles published before <paramref name="before"/>.</summary>
    public void Forget(DateTimeOffset before)
    {
        for (var i = 0; i < _texts.Count; i++)
        {
            if (_texts[i]?.Published < before)
            {
                _texts[i] = null;
                _alive--;
            }
        }

        // a quarter may be dead before the table is made anew: rebuilding costs as much as adding
        if (_alive * 4 < _texts.Count * 3)
            Compact();
    }

    private void Compact()
    {
        _texts.RemoveAll(t => t is null);
        _table = new FingerprintTable(options.MaxPostings);
        for (var i = 0; i < _texts.Count; i++)
            _table.Add(Fingerprints(_texts[i]!.Words), i);
    }

    private (CopyText Text, CopyComparison Comparison)? BestMatch(long id, uint[] codes)
    {
        (CopyText Text, CopyComparison Comparison)? best = null;
        foreach (var text in Candidates(codes))
        {
            if (text.Id == id)
                continue;
            var comparison = CopyComparison.Of(codes, text.Words);
            if (comparison.Triples < options.MinTriples || comparison.Containment < Threshold(comparison) || comparison.IsTemplate)
                continue;
            if (best is null || comparison.Containment > best.Value.Comparison.Containment)
                best = (text, comparison);
        }

        return best;
    }

    /// <summary>Texts with common fingerprints, those with most first, the earlier one first among equals.</summary>
    private IEnumerable<CopyText> Candidates(uint[] codes)
    {
        var shared = new Dictionary<int, int>();
        foreach (var fingerprint in Fingerprints(codes))
        {
            var texts = _table.Find(fingerprint);
            if (texts.Count > options.MaxPostings)
                continue;
            foreach (var text in texts)
                shared[text] = shared.GetValueOrDefault(text) + 1;
        }

        return shared
            .Where(s => s.Value >= 2 && _texts[s.Key] is not null)
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key)
            .Take(options.MaxCandidates)
            .Select(s => _texts[s.Key]!);
    }

    private double Threshold(CopyComparison comparison) => comparison.Triples < options.ShortText ? options.ShortThreshold : options.Threshold;

    private List<uint> Fingerprints(uint[] codes) => Winnowing.Pick(CopyText.Triples(codes), options.FingerprintWindow);

    private static uint[] Codes(List<CopyWord> words)
    {
        var codes = new uint[Math.Min(words.Count, CopyText.MaxWords)];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = words[i].Code;
        return codes;
    }
}
