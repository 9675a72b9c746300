using System.Collections.Frozen;
using System.Text;
using Aggregator.Stories.Clustering;
using Aggregator.Text;
using Aggregator.Text.Languages;

namespace Aggregator.Stories.Novelty;

/// <summary>Cuts sentences into words.</summary>
internal static class NoveltyWords
{
    /// <summary>Of a sentence; longer ones are lists that nobody punctuated.</summary>
    private const int MostWords = 200;

    /// <summary>A headline is in title case when more than this share of its words is capitalised; its capitals then say nothing of names.</summary>
    private const double TitleCaseShare = 0.6;

    private static readonly FrozenSet<string> Idle = Lines("idle").SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Same =
        Lines("same").SelectMany(words => words, (words, word) => KeyValuePair.Create(word, words[0])).ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="language">Two letters, such as <c>de</c>.</param>
    public static NoveltySentence Read(long article, int number, string sentence, string language)
    {
        var text = sentence.IsNormalized(NormalizationForm.FormKC) ? sentence : sentence.Normalize(NormalizationForm.FormKC);
        var tokens = Tokenizer.Read(text, MostWords).ToList();
        var capitals = tokens.Count(token => token.Capital);
        // German capitalises all nouns.
        var namesShow = language != "de" && capitals <= TitleCaseShare * tokens.Count;
        var words = new List<NoveltyWord>(tokens.Count);
        foreach (var token in tokens)
        {
            var digits = DigitsEnd(token.Word);
            if (digits > 0)
            {
                // "97GW" is a number and a unit.
                var cut = Math.Min(token.Place.Start.Value + WrittenDigitsEnd(text[token.Place]), token.Place.End.Value);
                words.Add(new NoveltyWord(token.Word[..digits], NoveltyWordKind.Number, token.Place.Start.Value..cut));
                if (digits < token.Word.Length)
                    words.Add(Word(token.Word[digits..], false, language, cut..token.Place.End.Value));
            }
            else
            {
                words.Add(Word(token.Word, namesShow && token.Capital && !token.Opens, language, token.Place));
            }
        }

        return new NoveltySentence(article, number, text, words);
    }

    private static NoveltyWord Word(string word, bool isName, string language, Range place)
    {
        var kind = isName ? NoveltyWordKind.Name : NoveltyWordKind.Plain;
        if (Same.TryGetValue(word, out var key))
            return new NoveltyWord(key, char.IsAsciiDigit(key[0]) ? NoveltyWordKind.Number : kind, place);
        var isIdle = (word.Length < 2 && char.IsAscii(word[0])) || Idle.Contains(word) || FunctionWords.Contains(word, language);
        return isIdle
            ? new NoveltyWord(word, NoveltyWordKind.Idle, place)
            : new NoveltyWord(Stemmer.Stem(word, language), kind, place);
    }

    private static int DigitsEnd(string word)
    {
        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || (end > 0 && word[end] == '.')))
            end++;
        return end;
    }

    /// <summary>The same in the text, where thousands may be set apart.</summary>
    private static int WrittenDigitsEnd(string written)
    {
        var end = 0;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || (end > 0 && written[end] is '.' or ',')))
            end++;
        return end;
    }

    private static IEnumerable<string[]> Lines(string section) =>
        EmbeddedFile.Sections("Stories.Novelty.words.txt")[section].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
