using Aggregator.Model;
using Aggregator.Text.Languages;
using Aggregator.Text.Sentences;

namespace Aggregator.Stories.Novelty;

/// <summary>
/// Says of each sentence of a story's articles whether an earlier article had it. One pass in order of arrival: what an article adds is told by those
/// before it alone, and is never taken back. Not safe for use by several threads at once.
/// </summary>
public sealed class StoryNovelty
{
    /// <summary>Characters looked at to guess a language that nobody stated; a sentence or three.</summary>
    private const int GuessReach = 400;

    /// <summary>Of an article; longer ones are transcripts, whose rest is neither told nor remembered.</summary>
    private const int MostSentences = 400;

    /// <summary>A sentence is new from this score on; it is where the learnt odds are even, and from 0.4 to 0.65 little changes.</summary>
    private const double Threshold = 0.5;

    /// <summary>"Crazy!", "Right?!", "I get it.": so few words, at most one of which carries matter, report nothing.</summary>
    private const int FragmentWords = 3;

    /// <summary>What a sentence with no source scores at most once it is taken for a fragment.</summary>
    private const double FragmentScore = 0.1;

    private readonly EarlierSentences _earlier = new();
    private readonly NoveltyModel _model;

    public StoryNovelty()
        : this(NoveltyModel.Default)
    {
    }

    internal StoryNovelty(NoveltyModel model) => _model = model;

    /// <summary>Holds the article against all that were added before, and remembers it.</summary>
    public ArticleNovelty Add(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        List<string> sentences = [article.Title, .. SentenceSplitter.Split(article.Text, article.Language).Select(range => article.Text[range])];
        return Add(article.Id, sentences, article.Language);
    }

    /// <summary>The same of an article that was cut into sentences before.</summary>
    /// <param name="sentences">In order, the headline first; empty where there is none.</param>
    internal ArticleNovelty Add(long article, IReadOnlyList<string> sentences, string? language)
    {
        var reading = Read(article, sentences, language);
        var verdicts = Judge(reading);
        foreach (var sentence in reading.Sentences)
            _earlier.Add(sentence);
        return new ArticleNovelty(article, Share(reading.Sentences, verdicts), verdicts);
    }

    /// <summary>What the verdicts on an article are made of; it is not remembered.</summary>
    internal NoveltyReading Read(long article, IReadOnlyList<string> sentences, string? language)
    {
        var tongue = language is { Length: >= 2 } ? language.Split('-', '_')[0].ToLowerInvariant() : Guess(sentences);
        List<NoveltySentence> read = [.. sentences.Take(MostSentences).Select((text, at) => NoveltyWords.Read(article, at + 1, text, tongue))];
        var weights = new WordWeights(_earlier, read);
        var candidates = CandidateSearch.Find(_earlier, weights, read).Select(_model.Rank).ToArray();
        var traits = read.Select((sentence, at) => SentenceTraits.Of(sentence, candidates[at], _earlier, weights)).ToArray();
        return new NoveltyReading(read, candidates, traits, weights);
    }

    private static string Guess(IReadOnlyList<string> sentences)
    {
        var opening = string.Join('\n', sentences.Take(GuessReach / 40));
        return LanguageDetector.Detect(opening[..Math.Min(opening.Length, GuessReach)]) ?? "en";
    }

    private List<SentenceVerdict> Judge(NoveltyReading reading)
    {
        var alone = reading.Traits.Select(_model.ScoreAlone).ToArray();
        var verdicts = new List<SentenceVerdict>(alone.Length);
        for (var i = 0; i < alone.Length; i++)
        {
            var before = i > 0 ? alone[i - 1] : NoveltyModel.UnknownNeighbour;
            var behind = i + 1 < alone.Length ? alone[i + 1] : NoveltyModel.UnknownNeighbour;
            verdicts.Add(Judge(reading, i, _model.ScoreBeside(reading.Traits[i], before, behind)));
        }

        return verdicts;
    }

    private SentenceVerdict Judge(NoveltyReading reading, int at, double score)
    {
        var (sentence, ranked) = (reading.Sentences[at], reading.Candidates[at]);
        if (sentence.Words.Count == 0)
            return Verdict(sentence, SentenceNovelty.None, 0, null);
        if (_earlier.SameAs(sentence) is { } same)
            return Verdict(sentence, SentenceNovelty.Known, 0, same);
        var source = ranked.Count > 0 ? ranked[0].Sentence : null;
        if (sentence.Words.Count <= FragmentWords && sentence.Keys.Count <= 1 && sentence.Numbers.Count == 0)
            return Verdict(sentence, SentenceNovelty.None, FragmentScore * score, source);
        if (source is null)
            return Verdict(sentence, SentenceNovelty.New, 1, null);
        if (ChangedFigures.Find(sentence, ranked, _earlier, reading.Weights) is var (claim, change))
            return Verdict(sentence, SentenceNovelty.Changed, Math.Max(score, Threshold), claim.Sentence) with { Change = change };
        return Verdict(sentence, score >= Threshold ? SentenceNovelty.New : SentenceNovelty.Known, score, source);
    }

    private SentenceVerdict Verdict(NoveltySentence sentence, SentenceNovelty novelty, double score, NoveltySentence? source) => new(
        sentence.Number,
        sentence.Text,
        novelty,
        score,
        NewWords(sentence),
        source is null ? null : new SentenceSource(source.Article, source.Number, source.Text),
        Change: null);

    /// <summary>Pairs of characters that overlap are one word again.</summary>
    private List<string> NewWords(NoveltySentence sentence)
    {
        var places = new List<Range>();
        foreach (var word in sentence.Words.Where(word => word.Kind != NoveltyWordKind.Idle && !_earlier.Has(word.Key)))
        {
            if (places.Count > 0 && word.Place.Start.Value < places[^1].End.Value)
                places[^1] = places[^1].Start..word.Place.End;
            else
                places.Add(word.Place);
        }

        return [.. places.Select(place => sentence.Text[place]).Distinct()];
    }

    private static double Share(IReadOnlyList<NoveltySentence> sentences, List<SentenceVerdict> verdicts)
    {
        var words = sentences.Sum(sentence => sentence.Words.Count);
        var added = sentences.Zip(verdicts)
            .Where(pair => pair.Second.Novelty is SentenceNovelty.New or SentenceNovelty.Changed)
            .Sum(pair => pair.First.Words.Count);
        return words == 0 ? 0 : (double)added / words;
    }
}

/// <summary>An article before it is judged.</summary>
/// <param name="Candidates">For each sentence, the likeliest source first.</param>
/// <param name="Traits">For each sentence, in the order of <see cref="SentenceTraits.Names"/>.</param>
internal sealed record NoveltyReading(
    IReadOnlyList<NoveltySentence> Sentences, IReadOnlyList<SourceCandidate>[] Candidates, double[][] Traits, WordWeights Weights);
