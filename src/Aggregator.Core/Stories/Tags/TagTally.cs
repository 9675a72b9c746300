using Aggregator.Model;

namespace Aggregator.Stories.Tags;

/// <summary>Counts the mentions in one text and decides which of them make a tag.</summary>
internal sealed class TagTally
{
    /// <summary>What makes a topic: one full term, two weak ones, or one in the headline.</summary>
    private const int TopicScore = 2;

    private readonly Dictionary<TagEntry, Mentions> _mentions = [];
    private int _clock;

    public void AddTerm(TagEntry topic, TagStrength strength, bool inTitle)
    {
        var mentions = Of(topic);
        mentions.Count++;
        mentions.Score += strength == TagStrength.Full || inTitle ? TopicScore : 1;
    }

    /// <param name="clear">The capital letter is the name's own and not a sentence's or a headline's.</param>
    public void AddName(TagEntry name, bool clear)
    {
        var mentions = Of(name);
        mentions.Count++;
        mentions.Clear |= clear;
        mentions.LastFull = ++_clock;
    }

    /// <summary>Of several people with one surname the one named in full last is meant.</summary>
    public void AddShort(IEnumerable<TagEntry> candidates) => candidates.Select(Of).MaxBy(m => m.LastFull)!.Count++;

    public IReadOnlyList<Tag> Result() =>
    [
        .. _mentions
            .Where(m => m.Key.Kind == TagEntry.Topic
                ? m.Value.Score >= TopicScore
                : m.Value.LastFull > 0 && (m.Value.Clear || m.Value.Count > 1 || !m.Key.Common))
            .Select(m => new Tag(m.Key.Kind, m.Key.Name, m.Value.Count))
            .OrderByDescending(t => t.Count)
            .ThenBy(t => t.Name, StringComparer.Ordinal),
    ];

    private Mentions Of(TagEntry entry) => _mentions.TryGetValue(entry, out var known) ? known : _mentions[entry] = new Mentions();

    private sealed class Mentions
    {
        public int Count { get; set; }

        public int Score { get; set; }

        public bool Clear { get; set; }

        /// <summary>When the full name came last; 0 for never.</summary>
        public int LastFull { get; set; }
    }
}
