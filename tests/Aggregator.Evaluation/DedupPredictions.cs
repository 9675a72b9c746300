using System.Text.Json;
using Aggregator.Model;
using Aggregator.Stories.Copies;
using Aggregator.Urls;

namespace Aggregator;

/// <summary>Predictions for the corpora of addresses and of near-identical texts.</summary>
internal static class DedupPredictions
{
    public static int Urls(string path, TextWriter output)
    {
        foreach (var row in Rows(path))
        {
            var a = UrlCanonicalizer.Canonicalize(row.GetProperty("a").GetString()!);
            var b = UrlCanonicalizer.Canonicalize(row.GetProperty("b").GetString()!);
            output.WriteLine(JsonSerializer.Serialize(new { id = row.GetProperty("id").GetString(), same = a is not null && a.Key == b?.Key }));
        }

        return 0;
    }

    /// <summary>Streams each set through an index of its own, in file order; the texts carry no date.</summary>
    public static int Near(string path, TextWriter output)
    {
        foreach (var set in Rows(path).Select((row, number) => (Row: row, Number: number)).GroupBy(r => r.Row.GetProperty("set").GetString()))
        {
            var index = new CopyIndex();
            var names = new Dictionary<long, string?>();
            foreach (var (row, number) in set)
            {
                names[number] = row.GetProperty("id").GetString();
                var article = new ArticleText
                {
                    Id = number,
                    Outlet = row.GetProperty("outlet").GetString()!,
                    Title = row.GetProperty("title").GetString()!,
                    Text = row.GetProperty("text").GetString()!,
                    Published = DateTimeOffset.UnixEpoch,
                };
                var original = index.Find(article)?.Original ?? article.Id;
                index.Add(article);
                output.WriteLine(JsonSerializer.Serialize(new { id = names[number], cluster = names[original] }));
            }
        }

        return 0;
    }

    private static IEnumerable<JsonElement> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);
}
