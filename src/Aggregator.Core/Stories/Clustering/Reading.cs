using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>An article that is being decided on, with the words behind its terms: only they can name what it shares with others.</summary>
internal sealed class Reading
{
    private readonly Dictionary<int, string> _texts;

    private Reading(IndexedArticle article, StoryVector vector, Dictionary<int, string> texts) => (Article, Vector, _texts) = (article, vector, texts);

    public IndexedArticle Article { get; }

    public StoryVector Vector { get; }

    public string TextOf(int term) => _texts[term];

    public static Reading Of(ArticleText article, int leadWords, TermIndex vocabulary)
    {
        var raw = TermReader.Read(article, leadWords);
        var vector = StoryVector.Of(raw);
        var indexed = Index(article.Id, article.Outlet, article.Published, vector, vocabulary);
        var texts = new Dictionary<int, string>(raw.Count);
        foreach (var term in raw)
            texts.TryAdd(vocabulary.Intern(StoryVector.Hash(term.Text)), term.Text);

        return new Reading(indexed, vector, texts);
    }

    public static IndexedArticle Index(long id, string outlet, DateTimeOffset published, StoryVector vector, TermIndex vocabulary)
    {
        var terms = new Term[vector.Terms.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = new Term(vocabulary.Intern(vector.Terms[i].Hash), vector.Terms[i].Weight, vector.Terms[i].Kind);

        Array.Sort(terms, static (a, b) => a.Id.CompareTo(b.Id));
        return new IndexedArticle { Id = id, Outlet = outlet, Published = published, Terms = terms, Weightless = vector.IsWeightless };
    }
}
