namespace Aggregator.Stories.Clustering;

/// <summary>Finds the stories that an article may belong to, through the rarest of its terms.</summary>
internal sealed class CandidateFinder(ArticleWindow window, TermIndex vocabulary, StoryOptions options)
{
    private readonly QueryVector _query = new(vocabulary);
    private readonly Overlaps _overlaps = new(window, options.CandidateArticles);

    /// <summary>Candidates, strongest first; the older story first where scores are equal.</summary>
    public List<StoryCandidate> Find(Reading reading)
    {
        var article = reading.Article;
        foreach (var (term, idf) in RarestTerms(reading))
        {
            var postings = vocabulary.Postings(term.Id);
            _overlaps.Add(postings[Math.Max(0, postings.Length - options.MaxPostings)..], (long)idf * idf * term.Weight);
        }

        _query.Load(article);
        return
        [
            .. Compare(article, _overlaps.Take())
                .OrderByDescending(story => story.Nearest.Score.Cosine).ThenBy(story => story.Story.Id)
                .Take(options.CandidateStories)
                .Select(story => Describe(article, story))
                .OrderByDescending(c => c.Strength).ThenBy(c => c.Story.Id),
        ];
    }

    /// <summary>The stories of the articles, with the most that each has in common with the new article.</summary>
    private Dictionary<StoryCluster, Likeness>.ValueCollection Compare(IndexedArticle article, List<IndexedArticle> others)
    {
        var stories = new Dictionary<StoryCluster, Likeness>();
        foreach (var other in others)
        {
            var score = _query.Compare(other);
            if (score.IsFrame && article.Outlet.Length > 0 && other.Outlet == article.Outlet)
                continue;

            if (stories.TryGetValue(other.Story!, out var known))
                known.Add(other, score);
            else
                stories.Add(other.Story!, new Likeness(other.Story!, other, score));
        }

        return stories.Values;
    }

    private List<(Term Term, int Idf)> RarestTerms(Reading reading)
    {
        var terms = new List<(Term Term, int Idf)>(reading.Article.Terms.Length);
        foreach (var term in reading.Article.Terms)
        {
            if (vocabulary.Frequency(term.Id) > 0)
                terms.Add((term, vocabulary.Idf(term.Id)));
        }

        terms.Sort((a, b) => a.Idf != b.Idf ? b.Idf.CompareTo(a.Idf)
            : a.Term.Weight != b.Term.Weight ? b.Term.Weight.CompareTo(a.Term.Weight)
            : string.CompareOrdinal(reading.TextOf(a.Term.Id), reading.TextOf(b.Term.Id)));
        return terms.Count <= options.CandidateTerms ? terms : terms[..options.CandidateTerms];
    }

    private StoryCandidate Describe(IndexedArticle article, Likeness likeness)
    {
        var story = likeness.Story;
        var features = new JoinFeatures
        {
            Centroid = _query.Compare(story),
            Nearest = likeness.Nearest.Score.Cosine,
            Title = likeness.Title,
            Names = likeness.Names,
            Numbers = likeness.Nearest.Score.NumberShare,
            Cohesion = Cohesion.Of(story, vocabulary),
            Shared = likeness.Terms,
            Days = Distance(article.Published, story.Span),
            SameOutlet = article.Outlet.Length == 0 ? 0 : story.CountOf(article.Outlet),
            Size = story.Members.Count,
            Terms = article.Terms.Length,
        };
        return new StoryCandidate(story, likeness.Nearest.Article, features, JoinModel.Score(features), JoinModel.Threshold(features));
    }

    private static double Distance(DateTimeOffset time, (DateTimeOffset First, DateTimeOffset Last) span) =>
        time > span.Last ? (time - span.Last).TotalDays : time < span.First ? (span.First - time).TotalDays : 0;

    /// <summary>The best of what a story's articles have in common with the new one.</summary>
    private sealed class Likeness(StoryCluster story, IndexedArticle article, PairScore score)
    {
        public StoryCluster Story { get; } = story;

        public (IndexedArticle Article, PairScore Score) Nearest { get; private set; } = (article, score);

        public double Title { get; private set; } = score.Title;

        public double? Names { get; private set; } = score.Names;

        public int Terms { get; private set; } = score.Terms;

        public void Add(IndexedArticle article, PairScore score)
        {
            if (score.Cosine > Nearest.Score.Cosine || (score.Cosine == Nearest.Score.Cosine && article.Id < Nearest.Article.Id))
                Nearest = (article, score);

            Title = Math.Max(Title, score.Title);
            Names = Names is null || score.Names > Names ? score.Names ?? Names : Names;
            Terms = Math.Max(Terms, score.Terms);
        }
    }
}
