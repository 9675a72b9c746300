using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Guesses the encoding of text that says nothing of it and is not UTF-8, from how well each candidate's reading fits its script.</summary>
internal static class CharsetDetector
{
    /// <summary>Enough for thousands of letters; more does not change the guess.</summary>
    private const int SampleBytes = 64 * 1024;

    // The most frequent characters of Chinese text, simplified and traditional; about a third of any text.
    private const string CommonSimplified =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把"
        + "机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更"
        + "别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确"
        + "传师观清今切院让识候带导争运，。、：；“”";

    private const string CommonTraditional =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把"
        + "機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活，。"
        + "、：；「」";

    private static readonly string[] Candidates = ["shift_jis", "euc-jp", "euc-kr", "gb18030", "big5", "windows-1251", "koi8-r", "windows-1252"];

    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)].ToArray();
        var best = 0.0;
        var guess = "windows-1252";
        foreach (var name in Candidates)
        {
            // The encodings' own stand-ins for broken bytes are usual letters (EUC-JP gives a Katakana dot).
            var strict = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"))!;
            var score = Score(strict.GetString(sample), name);
            if (score > best)
                (best, guess) = (score, name);
        }
        return CodePagesEncodingProvider.Instance.GetEncoding(guess)!;
    }

    /// <summary>Share of the characters above ASCII that are frequent in the encoding's own languages.</summary>
    private static double Score(string text, string name)
    {
        int all = 0, usual = 0, bad = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if (c > '\x7f')
            {
                all++;
                if (c == '\ufffd' || char.IsControl(c) || c is >= '\ue000' and <= '\uf8ff')
                    bad++;
                else if (IsUsual(c, previous, name))
                    usual++;
                else if (name == "euc-kr" && c is >= '\u4e00' and <= '\u9fff')
                    usual--; // Korean text of today has next to no Han characters, and half of Chinese text read so is Hangul
            }
            previous = c;
        }
        return all == 0 ? 0 : (double)(usual - 5 * bad) / all;
    }

    private static bool IsUsual(char c, char previous, string name) => name switch
    {
        "shift_jis" or "euc-jp" =>
            c is >= '\u3041' and <= '\u30fe' and not '\u30fb' or '、' or '。' || c is >= '\u4e00' and <= '\u9fff' && previous is >= '\u3041' and <= '\u30fe',
        "euc-kr" => c is >= '\uac00' and <= '\ud7a3',
        "gb18030" => CommonSimplified.Contains(c, StringComparison.Ordinal),
        "big5" => CommonTraditional.Contains(c, StringComparison.Ordinal),
        "windows-1251" or "koi8-r" =>
            c is >= 'а' and <= 'я' && (previous is >= 'А' and <= 'я' or ' ' or '>' or '«' or '-') || c is >= 'А' and <= 'Я' && previous is ' ' or '>' or '«',
        // Western letters stand between ASCII letters; in other scripts' bytes they stand in rows.
        _ => previous <= '\x7f',
    };
}
