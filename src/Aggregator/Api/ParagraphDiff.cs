namespace Aggregator.Api;

/// <summary>
/// Which paragraphs (lines) a text lost and gained: the longest common subsequence of Wagner and Fischer (J. ACM 21, 1974), after equal ends are cut
/// off.
/// </summary>
internal static class ParagraphDiff
{
    // A table of a million cells takes milliseconds; two texts of a thousand changed paragraphs each are shown as wholly replaced.
    private const int MostCells = 1_000_000;

    public static IReadOnlyList<ParagraphChange> Of(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var (start, end) = (0, 0);
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        return Middle(old.AsSpan()[start..^end], now.AsSpan()[start..^end]);
    }

    private static List<ParagraphChange> Middle(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var changes = new List<ParagraphChange>();
        var common = (long)old.Length * now.Length <= MostCells ? CommonLengths(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                i++;
                j++;
            }
            else if (i < old.Length && (common is null || j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                changes.Add(new ParagraphChange("removed", old[i++]));
            }
            else
            {
                changes.Add(new ParagraphChange("added", now[j++]));
            }
        }

        return changes;
    }

    /// <summary>At [i, j] how many paragraphs the rests from i and from j have in common.</summary>
    private static int[,] CommonLengths(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}

/// <param name="Change">removed or added.</param>
internal sealed record ParagraphChange(string Change, string Text);
