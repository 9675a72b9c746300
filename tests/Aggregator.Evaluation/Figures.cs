using System.Text.Json;

namespace Aggregator;

/// <summary>Picks the figures that have floors from what the scorers print.</summary>
internal static class Figures
{
    public static void Add(IDictionary<string, double> figures, string corpus, JsonElement result)
    {
        switch (corpus)
        {
            case "feeds" or "feeds-codehollow":
                AddFeeds(figures, corpus, result);
                break;
            case "extraction":
                AddExtraction(figures, result);
                break;
            case "urls":
                figures["urls.precision"] = result.GetProperty("P").GetDouble();
                figures["urls.f1"] = result.GetProperty("F1").GetDouble();
                break;
            case "novelty":
                AddNovelty(figures, result);
                break;
            default:
                AddClusters(figures, corpus, result);
                break;
        }
    }

    private static void AddFeeds(IDictionary<string, double> figures, string corpus, JsonElement result)
    {
        figures[$"{corpus}.files-right"] = Share(result.GetProperty("fully_right"), result.GetProperty("files"));
        figures[$"{corpus}.fields-right"] = Share(result.GetProperty("fields_right"), result.GetProperty("fields"));
        foreach (var kind in result.GetProperty("by_kind").EnumerateObject())
            figures[$"{corpus}.{kind.Name.Replace(' ', '-')}.files-right"] = Share(kind.Value[1], kind.Value[0]);
        figures[$"{corpus}.worst-field"] = result.GetProperty("by_field").EnumerateObject().Min(f => Share(f.Value[0], f.Value[1]));
    }

    private static void AddExtraction(IDictionary<string, double> figures, JsonElement result)
    {
        foreach (var corpus in result.EnumerateObject())
        {
            foreach (var figure in (string[])["f1", "pageF1", "snipF1", "title", "date", "author"])
            {
                if (corpus.Value.TryGetProperty(figure, out var value) && value.ValueKind == JsonValueKind.Number)
                    figures[$"extraction.{corpus.Name}.{figure}"] = value.GetDouble();
            }
        }
    }

    private static void AddNovelty(IDictionary<string, double> figures, JsonElement result)
    {
        var scores = result.EnumerateObject().Single().Value;
        figures["novelty.macro-f1"] = scores.GetProperty("macro F1").GetDouble();
        figures["novelty.average-precision"] = scores.GetProperty("AP").GetDouble();
        figures["novelty.source"] = scores.GetProperty("source").GetDouble();
    }

    private static void AddClusters(IDictionary<string, double> figures, string corpus, JsonElement result)
    {
        foreach (var set in result.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Name != "ALL"))
        {
            figures[$"{corpus}.{set.Name}.pair-f1"] = set.Value.GetProperty("pair_F1").GetDouble();
            figures[$"{corpus}.{set.Name}.b3-f1"] = set.Value.GetProperty("b3_F1").GetDouble();
        }
    }

    private static double Share(JsonElement part, JsonElement whole) => part.GetDouble() / whole.GetDouble();
}
