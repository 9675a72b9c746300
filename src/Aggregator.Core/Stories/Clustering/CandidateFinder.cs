namespace Aggregator.Stories.Clustering;

/// <summary>Finds the stories that an article may belong to, through the rarest of its terms.</summary>
internal sealed class CandidateFinder(Vocabulary vocabulary, StoryOptions options)
{
    private readonly QueryVector query = new(vocabulary);

    /// <summary>Candidates, best score first; the older story first where scores are equal.</summary>
    public List<Candidate> Find(IndexedArticle article)
    {
        query.Load(article);
        return
        [
            .. Articles(article)
                .Select(other => (Article: other, Score: query.Compare(other)))
                .GroupBy(pair => pair.Article.Story!)
                .OrderByDescending(group => group.Max(pair => pair.Score.Cosine)).ThenBy(group => group.Key.Id)
                .Take(options.CandidateStories)
                .Select(group => Describe(article, group.Key, [.. group]))
                .OrderByDescending(c => c.Score).ThenBy(c => c.Story.Id),
        ];
    }

    /// <summary>The articles that share the most weight of rare terms.</summary>
    private IEnumerable<IndexedArticle> Articles(IndexedArticle article)
    {
        var overlap = new Dictionary<IndexedArticle, long>();
        foreach (var (term, idf) in article.Terms.Select(t => (Term: t, Idf: vocabulary.Idf(t.Id))).OrderByDescending(t => t.Idf).ThenByDescending(t => t.Term.Weight).ThenBy(t => vocabulary.TextOf(t.Term.Id), StringComparer.Ordinal)
            .Where(t => vocabulary.Frequency(t.Term.Id) > 0).Take(options.CandidateTerms))
        {
            var postings = vocabulary.Postings(term.Id);
            for (var i = Math.Max(0, postings.Count - options.MaxPostings); i < postings.Count; i++)
            {
                overlap[postings[i]] = overlap.GetValueOrDefault(postings[i]) + ((long)idf * idf * term.Weight);
            }
        }

        return overlap.OrderByDescending(o => o.Value).ThenBy(o => o.Key.Id).Take(options.CandidateArticles).Select(o => o.Key);
    }

    private Candidate Describe(IndexedArticle article, StoryCluster story, List<(IndexedArticle Article, PairScore Score)> pairs)
    {
        var nearest = pairs.OrderByDescending(p => p.Score.Cosine).ThenBy(p => p.Article.Id).First();
        var features = new JoinFeatures
        {
            Centroid = query.Compare(story),
            Nearest = nearest.Score.Cosine,
            Title = pairs.Max(p => p.Score.Title),
            Coverage = pairs.Max(p => p.Score.Coverage),
            Names = pairs.Max(p => p.Score.Names),
            Rare = pairs.Max(p => p.Score.Rare),
            Numbers = pairs.Max(p => p.Score.Numbers),
            Days = Distance(article.Published, story),
            SameOutlet = article.Outlet.Length == 0 ? 0 : story.CountOf(article.Outlet),
            Size = story.Members.Count,
            Terms = article.Terms.Length,
        };
        return new Candidate(story, nearest.Article, features, JoinModel.Score(features));
    }

    private static double Distance(DateTimeOffset time, StoryCluster story)
    {
        var (first, last) = (story.Members.Min(m => m.Published), story.Members.Max(m => m.Published));
        return time > last ? (time - last).TotalDays : time < first ? (first - time).TotalDays : 0;
    }
}
