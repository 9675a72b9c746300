using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Makes an <see cref="ArticleMatch"/> of a filter. Values of one filter are alternatives; different filters must all hold.</summary>
internal sealed class MatchBuilder(Session session, ArticleFilter filter)
{
    // Up to so many sightings it is cheaper to start from the feeds than to walk the newest articles until enough are theirs.
    private const int FewSightings = 2000;

    private readonly ArticleMatch _match = new();
    private readonly List<MatchSet> _sets = [];

    public static ArticleMatch Build(Session session, ArticleFilter filter) => new MatchBuilder(session, filter).Build();

    private ArticleMatch Build()
    {
        if (filter.Query is { } query && SearchTranslator.Translate(query) is { } words)
        {
            _sets.Add(words);
            _match.HasWords = true;
        }

        Tokens(filter.Outlets, OutletIds, ArticleIndex.Outlet);
        foreach (var id in filter.NotOutlets.SelectMany(OutletIds))
            _sets.Add(MatchSet.Not(Token(ArticleIndex.Outlet(id))));
        Tokens(filter.Topics, name => TagIds(name, "kind = 'topic'"), ArticleIndex.Tag);
        Tokens(filter.Names, name => TagIds(name, "kind <> 'topic'"), ArticleIndex.Tag);
        Tokens(filter.Languages, LanguageIds, ArticleIndex.Language);
        if (filter.CollapseCopies && _sets.Count > 0)
            _sets.Add(MatchSet.Not(Token(ArticleIndex.Copy)));
        else if (filter.CollapseCopies)
            _match.Require("a.copy_of IS NULL");
        if (_sets.Count > 0)
            _match.Expression = MatchSet.All(_sets).ToMatch(SearchTranslator.Quote(ArticleIndex.Everything));

        Times();
        Feeds();
        if (filter.MinWords is { } words2)
            _match.Require($"a.words >= {_match.Argument(words2)}");
        if (filter.StoryId is { } story)
            _match.Require($"a.story_id = {_match.Argument(StoryTable.Resolve(session, story))}");
        if (filter.AsOf is { } sequence)
            _match.Require($"a.first_sequence <= {_match.Argument(sequence)}");
        return _match;
    }

    private void Tokens(IReadOnlyList<string> values, Func<string, List<long>> find, Func<long, string> token)
    {
        if (values.Count == 0)
            return;
        MatchSet[] any = [.. values.SelectMany(find).Distinct().Select(id => Token(token(id)))];
        if (any.Length == 0)
            _match.Nothing = true;
        else
            _sets.Add(MatchSet.Any(any));
    }

    private static MatchSet Token(string word) => new(SearchTranslator.Quote(word), Negated: false);

    private List<long> OutletIds(string domain) => Ids("SELECT id FROM outlets WHERE domain = $1", domain.Trim().ToLowerInvariant());

    private List<long> TagIds(string name, string kind) => Ids($"SELECT id FROM tags WHERE {kind} AND name = $1 COLLATE NOCASE", name.Trim());

    private List<long> LanguageIds(string tag) =>
        Ids("SELECT id FROM languages WHERE tag = $1 OR substr(tag, 1, length($1) + 1) = $1 || '-'", tag.Trim().ToLowerInvariant());

    private List<long> Ids(string sql, string value) => session.List(sql, row => row.GetInt64(0), value);

    // An id tells the second of publication; a full second may have pushed an article a little later. Only around the bounds the exact time
    // has to be looked up, and the narrow table is left alone for all other matches.
    private void Times()
    {
        const long Slip = (ArticleIds.MostSlip + 1) * ArticleIds.PlacesPerSecond;
        if (filter.From is { } from)
        {
            var floor = ArticleIds.Floor(Columns.Ms(from));
            _match.LowestId = floor;
            Exactly($"{_match.Id} >= {_match.Argument(floor + Slip)}", $">= {_match.Argument(TimeBounds.Ms(from))}");
        }

        if (filter.To is { } to)
        {
            var floor = ArticleIds.Floor(Columns.Ms(to));
            _match.HighestId = floor + Slip;
            Exactly($"{_match.Id} < {_match.Argument(floor)}", $"< {_match.Argument(TimeBounds.Ms(to))}");
        }
    }

    private void Exactly(string certain, string bound)
    {
        if (_match.Expression is null)
            _match.Require($"a.published {bound}");
        else
            _match.RequireOfId($"({certain} OR (SELECT p.published FROM articles p WHERE p.id = {_match.Id}) {bound})");
    }

    private void Feeds()
    {
        if (filter.Feeds.Count > 0)
            OfFeeds([.. filter.Feeds]);
        if (filter.Categories.Count > 0)
            OfFeeds([.. filter.Categories.SelectMany(category => Ids("SELECT id FROM feeds WHERE category = $1 COLLATE NOCASE", category.Trim()))]);
    }

    private void OfFeeds(long[] feeds)
    {
        if (feeds.Length == 0)
        {
            _match.Nothing = true;
            return;
        }

        var list = "[" + Columns.Numbers(feeds) + "]";
        var theirs = $"feed_id IN (SELECT value FROM json_each({_match.Argument(list)}))";
        var few = session.Number("SELECT count(*) FROM (SELECT 1 FROM sightings WHERE feed_id IN (SELECT value FROM json_each($1)) LIMIT $2)", list,
            FewSightings) < FewSightings;
        _match.Require(few
            ? $"a.id IN (SELECT article_id FROM sightings WHERE {theirs})"
            : $"(a.{theirs} OR (a.shared = 1 AND EXISTS (SELECT 1 FROM sightings s WHERE s.article_id = a.id AND s.{theirs})))");
    }
}
