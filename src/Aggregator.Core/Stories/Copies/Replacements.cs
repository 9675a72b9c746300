namespace Aggregator.Stories.Copies;

/// <summary>
/// Facts with other facts in their place, between words that both texts have: what a frame does with each new filling and an editor hardly ever does. Where
/// <see cref="FactCheck"/> weighs them against the facts that agree, a frame with many fixed names and few open places passes it; here it does not.
/// </summary>
/// <param name="Count">Numbers and names of the one text that have others in their place in the other.</param>
/// <param name="InLead">Those of them within the first <see cref="Lead"/> words, where notices have theirs.</param>
/// <param name="Matched">Words that stand in both texts, in order.</param>
/// <param name="Words">Words of the shorter text.</param>
internal readonly record struct Replacements(int Count, int InLead, int Matched, int Words)
{
    /// <summary>In words that say something.</summary>
    private const int Lead = 60;

    /// <summary>Longer stretches are passages that one of the texts does not have.</summary>
    private const int LongestGap = 8;

    /// <summary>The beginning may be longer, as it holds the place of a frame's subject and no two words of the frame in a row.</summary>
    private const int LongestOpening = 12;

    /// <summary>
    /// Two reprints have datelines of their own, in which the agency counts as a name: "LONDON (Agency)". The city opens the text and counts as none.
    /// </summary>
    private const int DatelineFacts = 1;

    /// <summary>
    /// One fact is a slip, a rounded number or an update. From this count and this share of what both have on, 4 of 1,231 labelled copies are no longer
    /// joined to each other, all of which are still joined through a third text; at 0.025 one is lost, at 0.03 short notices begin to pass.
    /// </summary>
    private const int FewestReplaced = 2;

    private const double LeastShare = 0.028;

    /// <summary>So many in the lead make a filling of any frame, however long its fixed part is; no labelled copy has more than two.</summary>
    private const int FewestInLead = 3;

    /// <summary>Where all but so few words are the same, two in the lead are enough; labelled copies with two there have at most 0.94.</summary>
    private const double Untouched = 0.96;

    public bool IsTemplate => (Count >= FewestReplaced && Count >= LeastShare * Matched)
        || InLead >= FewestInLead
        || (InLead >= FewestReplaced && Matched >= Untouched * Words);

    public static Replacements Of(ushort[] a, ushort[] b)
    {
        (a, b) = (WrittenNumbers.Level(a), WrittenNumbers.Level(b));
        var facts = new Unshared(a, b);
        var (count, inLead, matched, endA, endB) = (0, 0, 0, 0, 0);
        foreach (var run in Alignment.Of(a, b))
        {
            var opens = matched == 0;
            var isShort = Math.Max(run.A - endA, run.B - endB) <= (opens ? LongestOpening : LongestGap);
            var replaced = isShort ? facts.Take(a.AsSpan(endA..run.A), b.AsSpan(endB..run.B), opens) : 0;
            count += replaced;
            inLead += Math.Min(run.A, run.B) < Lead ? replaced : 0;
            matched += run.Length;
            (endA, endB) = (run.A + run.Length, run.B + run.Length);
        }

        return new Replacements(count, inLead, matched, Math.Min(a.Length, b.Length));
    }

    /// <summary>
    /// Facts that stand nowhere in the other text, each taken once: where one text has a second name for something, or a surname where the other has the
    /// first, nothing is replaced.
    /// </summary>
    private sealed class Unshared(ushort[] a, ushort[] b)
    {
        private readonly HashSet<uint> _a = Facts(a, b);
        private readonly HashSet<uint> _b = Facts(b, a);

        /// <returns>How many of these stretches stand for one another.</returns>
        public int Take(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, bool opens)
        {
            var replaced = Math.Min(Count(_a, a), Count(_b, b));
            if (replaced > 0 && opens)
            {
                // A dateline ends where the texts begin to share words, if only single ones.
                var inDateline = Math.Min(Count(_a, a[..FirstShared(a, b)]), Count(_b, b[..FirstShared(b, a)]));
                replaced -= Math.Min(DatelineFacts, inDateline);
            }

            if (replaced == 0)
                return 0;
            foreach (var word in a)
                _a.Remove(CopyWords.Value(word));
            foreach (var word in b)
                _b.Remove(CopyWords.Value(word));
            return replaced;
        }

        private static HashSet<uint> Facts(ushort[] words, ushort[] others)
        {
            HashSet<uint> facts = [.. words.Where(CopyWords.IsFact).Select(CopyWords.Value)];
            facts.ExceptWith(others.Select(CopyWords.Value));
            return facts;
        }

        private static int Count(HashSet<uint> facts, ReadOnlySpan<ushort> words)
        {
            var found = new HashSet<uint>();
            foreach (var word in words)
            {
                if (CopyWords.IsFact(word) && facts.Contains(CopyWords.Value(word)))
                    found.Add(CopyWords.Value(word));
            }

            return found.Count;
        }
    }

    private static int FirstShared(ReadOnlySpan<ushort> words, ReadOnlySpan<ushort> others)
    {
        var at = 0;
        while (at < words.Length && !Has(others, words[at]))
            at++;
        return at;
    }

    private static bool Has(ReadOnlySpan<ushort> words, ushort word)
    {
        foreach (var other in words)
        {
            if (CopyWords.Value(other) == CopyWords.Value(word))
                return true;
        }

        return false;
    }
}
