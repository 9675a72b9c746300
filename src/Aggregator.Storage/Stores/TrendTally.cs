using System.Runtime.InteropServices;
using Aggregator.Trends;

namespace Aggregator.Stores;

/// <summary>Tags and stories counted in a window and in the time before it, and ranked.</summary>
internal sealed class TrendTally(TrendRequest request)
{
    private readonly Dictionary<long, int> _tags = [];
    private readonly Dictionary<long, int> _pastTags = [];
    private readonly Dictionary<long, int> _stories = [];
    private readonly Dictionary<long, int> _pastStories = [];
    private int _articles;
    private int _pastArticles;

    /// <summary>Counts an article.</summary>
    /// <param name="published">Unix milliseconds.</param>
    /// <returns>Where its tags are to be counted.</returns>
    public Dictionary<long, int> Add(long published, long story)
    {
        var now = published >= request.Split.ToUnixTimeMilliseconds();
        _ = now ? _articles++ : _pastArticles++;
        CollectionsMarshal.GetValueRefOrAddDefault(now ? _stories : _pastStories, story, out _)++;
        return now ? _tags : _pastTags;
    }

    /// <param name="tag">A tag's kind and name.</param>
    /// <param name="title">A story's title.</param>
    public TrendReport Rank(Func<long, (string Kind, string Name)> tag, Func<long, string> title)
    {
        var tags = Ranked(_tags, _pastTags, tag, EnoughOfBoth);
        var stories = Ranked(_stories, _pastStories, id => ("story", title(id)), list => list.Count >= request.Limit);
        return new TrendReport(
            _articles, _pastArticles,
            [.. tags.Where(trend => trend.Kind != "topic").Take(request.Limit)], [.. tags.Where(trend => trend.Kind == "topic").Take(request.Limit)],
            [.. stories]);
    }

    private bool EnoughOfBoth(List<Trend> tags)
    {
        var topics = tags.Count(tag => tag.Kind == "topic");
        return topics >= request.Limit && tags.Count - topics >= request.Limit;
    }

    // Names are looked up best first, and only until there are enough of them.
    private List<Trend> Ranked(Dictionary<long, int> counts, Dictionary<long, int> past, Func<long, (string Kind, string Name)> name, Func<List<Trend>,
        bool> enough)
    {
        List<Trend> ranked = [];
        var scored = counts.Where(pair => pair.Value >= request.MinCount)
            .Select(pair => (Id: pair.Key, Count: pair.Value, Past: past.GetValueOrDefault(pair.Key)))
            .Select(item => (item.Id, item.Count, item.Past, Score: Surprise.Score(item.Count, _articles, item.Past, _pastArticles)))
            .Where(item => item.Score > 0)
            .OrderByDescending(item => item.Score).ThenByDescending(item => item.Count).ThenBy(item => item.Id);
        foreach (var item in scored)
        {
            if (enough(ranked))
                break;
            (var kind, var text) = name(item.Id);
            ranked.Add(new Trend(kind, text, kind == "story" ? item.Id : null, item.Count, item.Past, item.Score));
        }

        return ranked;
    }
}
