using Aggregator.Model;
using Aggregator.Text;

namespace Aggregator.Stories.Tags;

/// <summary>
/// Tags a text with the topics and names of a list: whole words, names by their capitals, plurals and possessives included. A topic needs one
/// unmistakable term or two that speak for it, a surname alone counts where the text has the full name too.
/// </summary>
public sealed class Tagger
{
    /// <summary>Words that room is kept for, from text to text: more than nearly all articles have, 400 KB.</summary>
    private const int MaxKept = 16_384;

    [ThreadStatic]
    private static List<TagWord>? _words;

    private readonly TagTrie _trie = new();

    private Tagger(IEnumerable<TagEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var pattern in entry.Patterns)
                _trie.Add(entry, pattern);
        }
    }

    /// <summary>With the built-in topics and names.</summary>
    public static Tagger Default { get; } = Load(EmbeddedFile.Read("Stories.Tags.topics.json"));

    /// <summary>With a list of one's own, in the form of the built-in <c>topics.json</c>.</summary>
    /// <exception cref="FormatException">The list is faulty; the message names the place and the fault.</exception>
    public static Tagger Load(string topicsJson) => new(TopicsReader.Read(topicsJson));

    /// <summary>The tags of a text, those named most first.</summary>
    /// <param name="language">BCP 47 tag of the text; null looks for the spellings of all languages.</param>
    public IReadOnlyList<Tag> Tag(string title, string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var primary = language?.Split('-', '_')[0].ToLowerInvariant();
        var tally = new TagTally();
        var words = _words ??= [];
        _trie.Read(title, words);
        Collect(words, primary, true, tally);
        _trie.Read(text, words);
        Collect(words, primary, false, tally);
        words.Clear();
        words.Capacity = Math.Min(words.Capacity, MaxKept);
        return tally.Result();
    }

    private static IEnumerable<TagEntry> Shorts(List<(TagTrie.Leaf Leaf, int Length)> matches, int length) =>
        matches.Where(m => m.Length == length && m.Leaf.Pattern.Strength == TagStrength.Short).Select(m => m.Leaf.Entry);

    private void Collect(List<TagWord> words, string? language, bool inTitle, TagTally tally)
    {
        var namesFrom = 0;
        List<(TagTrie.Leaf Leaf, int Length)> matches = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (!_trie.BeginsWith(words[i], out var node))
                continue;
            var (name, nameLength) = (default(TagTrie.Leaf), 0);
            _trie.At(words, i, node, matches);
            foreach (var (leaf, length) in matches)
            {
                if (leaf.Pattern.Language is { } only && language is not null && only != language)
                    continue;
                if (leaf.IsTerm)
                {
                    tally.AddTerm(leaf.Entry, leaf.Pattern.Strength, inTitle);
                }
                else if (i >= namesFrom
                    && (length > nameLength
                        || (length == nameLength && name!.Pattern.Strength == TagStrength.Short && leaf.Pattern.Strength != TagStrength.Short)))
                {
                    (name, nameLength) = (leaf, length);
                }
            }

            if (name is null)
                continue;
            namesFrom = i + nameLength;
            if (name.Pattern.Strength == TagStrength.Full)
                tally.AddName(name.Entry, clear: nameLength > 1 || (!inTitle && !words[i].SentenceStart));
            else if (name.Pattern.Strength == TagStrength.Short)
                tally.AddShort(Shorts(matches, nameLength));
        }
    }
}
