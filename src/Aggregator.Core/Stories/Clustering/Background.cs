using System.Collections.Frozen;
using System.Globalization;
using Aggregator.Text;

namespace Aggregator.Stories.Clustering;

/// <summary>Coarse document frequencies of common English words, which stand in for the first thousand articles.</summary>
internal static class Background
{
    /// <summary>The articles that the table stands for; with the first thousand real ones it has half the say.</summary>
    public const int Documents = 1000;

    private static readonly FrozenDictionary<uint, int> Table = Load();

    /// <summary>In how many of <see cref="Documents"/> the (stemmed) term with this hash stands.</summary>
    public static int Of(uint hash) => Table.GetValueOrDefault(hash);

    private static FrozenDictionary<uint, int> Load()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in EmbeddedFile.Lines("Stories.Clustering.background.txt"))
        {
            var (count, words) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var stem = Stemmer.Stem(word, "en");
                table[stem] = Math.Max(table.GetValueOrDefault(stem), int.Parse(count, CultureInfo.InvariantCulture));
            }
        }

        return table.GroupBy(t => StoryVector.Hash(t.Key)).ToFrozenDictionary(g => g.Key, g => g.Max(t => t.Value));
    }
}
