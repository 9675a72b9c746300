using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>
/// Tells the encodings of the web before UTF-8 apart by what the text looks like under each: letters of the right script, the
/// commonest ones most of all, no script changes inside a word, no unmapped bytes.
/// </summary>
internal static class LegacyEncodings
{
    // How much one character speaks for an encoding. Only the order of sums matters; set so that one unmapped byte outweighs a word of luck.
    private const int Common = 3;
    private const int InScript = 1;
    private const int Odd = -1;
    private const int MixedWord = -3;
    private const int Unmapped = -8;

    // Enough text to tell encodings apart; more only costs time.
    private const int LongestSample = 64 * 1024;

    // With fewer bytes beyond ASCII than this nothing can be told, and windows-1252 is what browsers fall back on.
    private const int LeastEvidence = 8;

    // The commonest letters of each script's languages, from their printed frequency tables, commonest first.
    private static readonly Candidate[] Candidates =
    [
        new("windows-1252", "éèàäöüßçñáíóúåøæêâôîãõ’“”–—«»€…£°º©®·¡¿", c => c is >= 'À' and <= 'ÿ' and not ('×' or '÷'), SharesWords: true),
        new("windows-1250", "ąćęłńóśźżčěřšžýáíéůúőűöüăâîșțđ„”–’", c => c is >= 'Á' and <= 'ž' and not ('×' or '÷'), SharesWords: true),
        new("windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщ", c => c is >= 'а' and <= 'я' or 'ё' or 'і' or 'ї' or 'є' or 'ў'),
        new("koi8-r", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщ", c => c is >= 'а' and <= 'я' or 'ё'),
        new("windows-1253", "αοιετσνηυρπκμλςίάόέήώύωγδθχφβξζψ", c => c is >= 'ά' and <= 'ώ'),
        new("windows-1254", "ığşçöüİ", c => c is >= 'À' and <= 'ÿ' or 'ğ' or 'ş' or 'ı' or 'İ' or 'Ğ' or 'Ş', SharesWords: true),
        new("windows-1255", "יוהלארתבמשנעדקחםפ", c => c is >= 'א' and <= 'ת'),
        new("windows-1256", "اليمونرتبةعدسفهقحكج", c => c is >= 'ء' and <= 'ي'),
        new("shift_jis", "のにはをたがでてとしれさるいなかっもらりんーイスルン", c => c is >= 'ぁ' and <= 'ヺ' or >= '一' and <= '龥' or '。' or '、'),
        new("euc-jp", "のにはをたがでてとしれさるいなかっもらりんーイスルン", c => c is >= 'ぁ' and <= 'ヺ' or >= '一' and <= '龥' or '。' or '、'),
        new("gb18030", "的一是不了人在有我他这中大来上国个到说们为子和地出年行发会", c => c is >= '一' and <= '龥' or '，' or '。'),
        new("big5", "的一是不了人在有我他這中大來上國個到說們為子和地出年行發會", c => c is >= '一' and <= '龥' or '，' or '。'),
        new("euc-kr", "이다는을의에가한지사기고하로도서은를대해자인일정", c => c is >= '가' and <= '힣'),
    ];

    /// <param name="SharesWords">Its letters stand beside ASCII letters in one word.</param>
    private sealed record Candidate(string Label, string CommonLetters, Func<char, bool> InScript, bool SharesWords = false);

    public static Encoding Likeliest(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, LongestSample)];
        var best = EncodingLabels.Find(Candidates[0].Label)!;
        if (sample.Length - CountAscii(sample) < LeastEvidence)
            return best;
        var bestScore = double.MinValue;
        foreach (var candidate in Candidates)
        {
            var encoding = EncodingLabels.Find(candidate.Label)!;
            var score = Score(encoding.GetString(sample), candidate);
            if (score <= bestScore)
                continue;
            (best, bestScore) = (encoding, score);
        }

        return best;
    }

    // The mean over characters beyond ASCII, since multi-byte encodings make fewer of them from the same bytes.
    private static double Score(string text, Candidate candidate)
    {
        long sum = 0;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c))
                continue;
            count++;
            if (c == '\uFFFD' || char.IsControl(c) || c is >= '\uE000' and <= '\uF8FF')
                sum += Unmapped;
            else if (!candidate.SharesWords && (IsAsciiLetter(text, i - 1) || IsAsciiLetter(text, i + 1)))
                sum += MixedWord;
            else
                sum += candidate.CommonLetters.Contains(c, StringComparison.Ordinal) ? Common : candidate.InScript(c) ? InScript : Odd;
        }

        return count == 0 ? 0 : (double)sum / count;
    }

    private static int CountAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
            count += b < 0x80 ? 1 : 0;
        return count;
    }

    private static bool IsAsciiLetter(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiLetter(text[index]);
}
