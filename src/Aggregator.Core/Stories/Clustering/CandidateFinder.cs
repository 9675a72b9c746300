using System.Runtime.InteropServices;

namespace Aggregator.Stories.Clustering;

/// <summary>Finds the stories that an article may belong to, through the rarest of its terms.</summary>
internal sealed class CandidateFinder(Vocabulary vocabulary, StoryOptions options)
{
    private readonly QueryVector _query = new(vocabulary);
    private readonly List<IndexedArticle> _touched = [];
    private long[] _overlap = [];

    /// <summary>Candidates, strongest first; the older story first where scores are equal.</summary>
    public List<Candidate> Find(IndexedArticle article)
    {
        _query.Load(article);
        return
        [
            .. Articles(article)
                .Select(other => (Article: other, Score: _query.Compare(other)))
                .Where(pair => !pair.Score.IsFrame || article.Outlet.Length == 0 || pair.Article.Outlet != article.Outlet)
                .GroupBy(pair => pair.Article.Story!)
                .OrderByDescending(group => group.Max(pair => pair.Score.Cosine)).ThenBy(group => group.Key.Id)
                .Take(options.CandidateStories)
                .Select(group => Describe(article, group.Key, [.. group]))
                .OrderByDescending(c => c.Strength).ThenBy(c => c.Story.Id),
        ];
    }

    /// <summary>The articles that share the most weight of rare terms.</summary>
    private List<IndexedArticle> Articles(IndexedArticle article)
    {
        foreach (var (term, idf) in RarestTerms(article))
        {
            var postings = CollectionsMarshal.AsSpan(vocabulary.Postings(term.Id));
            foreach (var other in postings[Math.Max(0, postings.Length - options.MaxPostings)..])
            {
                Count(other, (long)idf * idf * term.Weight);
            }
        }

        var found = _touched.OrderByDescending(o => _overlap[o.Slot]).ThenBy(o => o.Id).Take(options.CandidateArticles).ToList();
        foreach (var other in _touched)
        {
            _overlap[other.Slot] = 0;
        }

        _touched.Clear();
        return found;
    }

    private IEnumerable<(Term Term, int Idf)> RarestTerms(IndexedArticle article) =>
        article.Terms.Where(t => vocabulary.Frequency(t.Id) > 0)
            .Select(t => (Term: t, Idf: vocabulary.Idf(t.Id)))
            .OrderByDescending(t => t.Idf).ThenByDescending(t => t.Term.Weight).ThenBy(t => vocabulary.TextOf(t.Term.Id), StringComparer.Ordinal)
            .Take(options.CandidateTerms);

    private void Count(IndexedArticle other, long weight)
    {
        if (other.Slot >= _overlap.Length)
        {
            Array.Resize(ref _overlap, Math.Max(other.Slot + 1, _overlap.Length * 2));
        }

        if (_overlap[other.Slot] == 0)
        {
            _touched.Add(other);
        }

        // At least 1, so that a word that everyone uses does not make an article look untouched.
        _overlap[other.Slot] += Math.Max(1, weight);
    }

    private Candidate Describe(IndexedArticle article, StoryCluster story, List<(IndexedArticle Article, PairScore Score)> pairs)
    {
        var nearest = pairs.OrderByDescending(p => p.Score.Cosine).ThenBy(p => p.Article.Id).First();
        var features = new JoinFeatures
        {
            Centroid = _query.Compare(story),
            Nearest = nearest.Score.Cosine,
            Title = pairs.Max(p => p.Score.Title),
            Names = pairs.Max(p => p.Score.Names),
            Shared = pairs.Max(p => p.Score.Terms),
            Days = Distance(article.Published, story),
            SameOutlet = article.Outlet.Length == 0 ? 0 : story.CountOf(article.Outlet),
            Size = story.Members.Count,
            Terms = article.Terms.Length,
        };
        return new Candidate(story, nearest.Article, features, JoinModel.Score(features), JoinModel.Threshold(features));
    }

    private static double Distance(DateTimeOffset time, StoryCluster story)
    {
        return time > story.Last ? (time - story.Last).TotalDays : time < story.First ? (story.First - time).TotalDays : 0;
    }
}
