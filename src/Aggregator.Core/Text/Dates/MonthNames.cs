using System.Collections.Frozen;

namespace Aggregator.Text.Dates;

/// <summary>Month names and their usual short forms in the languages of the feeds and pages read, from the embedded <c>months.txt</c>.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Load();

    /// <returns>1–12, or 0 when the word (in any case, without a trailing full stop) is no month in any language here.</returns>
    public static int Number(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedFile.Lines("Text.Dates.months.txt"))
        {
            var names = line[(line.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var month = 1; month <= 12; month++)
            {
                foreach (var form in names[month - 1].Split('/'))
                    months.TryAdd(form, month);
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
