using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>Gives out ids; of one second's articles the greater is the newer.</summary>
internal static class FreeIds
{
    /// <summary>The next free id of an instant's second, or of one of those after it where that is full.</summary>
    /// <param name="published">Unix milliseconds.</param>
    public static long Next(IArticleTable articles, long published)
    {
        var floor = ArticleIds.Floor(published);
        for (var slip = 0; slip < ArticleIds.MostSlip; slip++, floor += ArticleIds.PlacesPerSecond)
        {
            var last = articles.LastId(floor, floor + ArticleIds.PlacesPerSecond - 1);
            if (last is null)
                return floor;
            if (last < floor + ArticleIds.PlacesPerSecond - 1)
                return last.Value + 1;
        }

        throw new InvalidOperationException(
            $"More than {ArticleIds.PlacesPerSecond * ArticleIds.MostSlip} articles are dated within {ArticleIds.MostSlip} seconds of "
                + $"{DateTimeOffset.FromUnixTimeMilliseconds(published):u}.");
    }

    /// <summary>
    /// An id of the instant's second for an article that moves there: at its place in the second that it leaves where that is free, so that articles of one
    /// document that all move to one second stay in order.
    /// </summary>
    /// <param name="published">Unix milliseconds.</param>
    public static long Moved(IArticleTable articles, long id, long published)
    {
        var same = ArticleIds.Floor(published) + (id % ArticleIds.PlacesPerSecond);
        return articles.Exists(same) ? Next(articles, published) : same;
    }
}
