using System.Text.Json;

namespace Aggregator.Million;

/// <summary>Words to ask for, by how many of a sample's articles hold them, and phrases that are really there.</summary>
internal sealed class WordPick
{
    private readonly List<string> _common;
    private readonly List<string> _middling;
    private readonly List<string> _phrases = [];
    private readonly List<string> _outlets;

    private WordPick(List<JsonElement> articles)
    {
        var texts = articles.Select(article => Words(article.GetProperty("text").GetString()!)).ToList();
        var shares = texts.SelectMany(words => words.Distinct()).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count() / (double)texts.Count);
        // The bounds of the reference measurement: common 15 to 68 % of the rows, middling 1 to 5 %.
        _common = [.. shares.Where(word => word.Value is >= 0.15 and <= 0.68).Select(word => word.Key).Order(StringComparer.Ordinal)];
        _middling = [.. shares.Where(word => word.Value is >= 0.01 and <= 0.05).Select(word => word.Key).Order(StringComparer.Ordinal)];
        foreach (var words in texts)
        {
            for (var i = 0; i + 1 < words.Count; i += 40)
            {
                if (shares[words[i]] < 0.05 && shares[words[i + 1]] < 0.05)
                    _phrases.Add($"\"{words[i]} {words[i + 1]}\"");
            }
        }

        _outlets = [.. articles.Select(article => article.GetProperty("outlet").GetString()!).Distinct().Order(StringComparer.Ordinal)];
        Newest = articles.Max(article => article.GetProperty("published").GetDateTimeOffset());
        Oldest = articles.Min(article => article.GetProperty("published").GetDateTimeOffset());
    }

    public DateTimeOffset Newest { get; }

    public DateTimeOffset Oldest { get; }

    public static async Task<WordPick> FromAsync(HttpClient client)
    {
        var sample = JsonDocument.Parse(await client.GetStringAsync("/api/v1/sample?size=500&seed=1")).RootElement;
        return new WordPick([.. sample.GetProperty("items").EnumerateArray()]);
    }

    public string Common(Random random) => _common[random.Next(_common.Count)];

    public string Middling(Random random) => _middling[random.Next(_middling.Count)];

    public string Phrase(Random random) => _phrases[random.Next(_phrases.Count)];

    public string Outlet(Random random) => _outlets[random.Next(_outlets.Count)];

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '\n', '.', ',', ';', ':', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1 && word.All(char.IsAsciiLetter))];
}
