using System.Text;

namespace Aggregator.Text.Languages;

/// <summary>
/// How much each n-gram of letters speaks for each language, from the embedded <c>ngrams.bin</c>, which <c>make-ngrams.mjs</c> makes of the large database of
/// ELD, the Efficient Language Detector (Nito T.M., Apache License 2.0). The n-grams are of its kind: four bytes of UTF-8 every three bytes, with a blank
/// at the ends of a word.
/// </summary>
internal static class NgramModel
{
    /// <summary>ELD subtracts it from each score before it writes them.</summary>
    private const int BaseScore = 53;

    private const int SlotBits = 19;

    /// <summary>Three times the n-grams there are.</summary>
    private const int Slots = 1 << SlotBits;

    /// <summary>2 to the 64th divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Keys = new ulong[Slots];
    private static readonly int[] Places = new int[Slots];
    private static readonly byte[] Data = EmbeddedFile.Unpacked("Text.Languages.ngrams.bin");

    /// <summary>ISO 639-1 codes, in the order of the scores.</summary>
    public static string[] Languages { get; } = Load();

    /// <summary>Adds what the n-gram says to the scores, one for each language; false where it says nothing.</summary>
    public static bool Add(ulong ngram, Span<int> scores)
    {
        var slot = Slot(ngram);
        while (Keys[slot] != ngram)
        {
            if (Keys[slot] == 0)
                return false;
            slot = (slot + 1) & (Slots - 1);
        }

        var at = Places[slot];
        for (var left = Data[at++]; left > 0; left--, at += 2)
            scores[Data[at]] += Data[at + 1] + BaseScore;
        return true;
    }

    private static string[] Load()
    {
        var count = Data[0];
        var names = Encoding.ASCII.GetString(Data, 1, count * 2);
        var at = 1 + count * 2;
        ulong key = 0;
        for (var left = Number(ref at); left > 0; left--)
        {
            key += Number(ref at);
            var slot = Slot(key);
            while (Keys[slot] != 0)
                slot = (slot + 1) & (Slots - 1);
            (Keys[slot], Places[slot]) = (key, at);
            at += 1 + (Data[at] * 2);
        }

        return [.. names.Chunk(2).Select(code => new string(code))];
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static ulong Number(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Data[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private static int Slot(ulong key) => (int)((key * Odd) >> (64 - SlotBits));
}
