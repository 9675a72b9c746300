using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Demo;

/// <summary>Says what stands out in the demo's news, once all of it has appeared.</summary>
internal static class DemoTrends
{
    // The breaking news against the days that the demo's old news is spread over.
    private static readonly TimeSpan Window = TimeSpan.FromHours(6);
    private const int Windows = 12;
    private const int Shown = 5;

    public static async Task WriteAsync(IArticleQueries store, DateTimeOffset now, string address, CancellationToken cancellation)
    {
        var report = await store.GetTrendsAsync(ArticleFilter.All, new TrendRequest(now - (Window * (Windows + 1)), now - Window, now, Shown, MinCount: 2),
            cancellation);
        if (report.Names.Count + report.Topics.Count == 0)
            return;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"What stands out of the last 6 hours ({report.Articles} articles) against the three days before ({report.PastArticles}):"));
        foreach (var trend in report.Names.Concat(report.Topics).OrderByDescending(trend => trend.Score).Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {trend.Name,-24} {trend.Count,3} articles, {trend.Past,3} before   G2 {trend.Score:0.0}"));
        }

        Console.WriteLine($"  All of it: {address}/api/v1/trends?window=6h&baseline={Windows}");
    }
}
