using System.Text.Json;
using Aggregator.Stories.Urls;

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

    private static IEnumerable<JsonElement> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);
}
