namespace Aggregator.Text.Languages;

/// <summary>Languages so near to each other that n-grams do not tell them apart, or that go under several codes.</summary>
internal static class Neighbours
{
    private static readonly string[] Indonesian = ["adalah", "karena", "bisa", "bahwa", "mereka", "sudah", "sedangkan", "juta", "rp"];
    private static readonly string[] Malay = ["ialah", "kerana", "boleh", "bahawa", "sudahlah", "manakala", "beliau", "rm", "katanya", "berkata"];
    private static readonly string[] Devanagari = ["hi", "mr", "ne"];

    /// <summary>Codes that stand for one another: a text under the one is not falsely declared as the other.</summary>
    private static readonly string[][] Kin =
    [
        ["no", "nb", "nn"], ["hr", "sr", "bs", "sh"], ["id", "ms", "in"], ["he", "iw"], ["zh", "yue", "cmn", "wuu", "nan"], ["tl", "fil"], ["fa", "prs"],
        ["ku", "ckb"],
    ];

    /// <summary>The code itself, or that of its neighbour whose words stand in the text.</summary>
    public static string Tell(string language, string text) => language switch
    {
        "ms" => Count(text, Malay) > Count(text, Indonesian) ? "ms" : "id",
        "hi" or "mr" => FunctionWords.MostFrequent(text, Devanagari) ?? language,
        _ => language,
    };

    public static bool AreKin(string a, string b) => a == b || Array.Exists(Kin, kin => kin.Contains(a) && kin.Contains(b));

    /// <summary>The code under which the n-grams know a language; itself where they do not.</summary>
    public static string Known(string language) => language switch
    {
        "nb" or "nn" => "no",
        "id" or "in" => "ms",
        "ne" => "hi",
        "fil" => "tl",
        "bs" or "sh" => "hr",
        _ => language,
    };

    private static int Count(string text, string[] words)
    {
        var count = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim(".,;:!?()\"“”'\n");
            foreach (var telling in words)
                count += word.Equals(telling, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }
}
