using System.Text;
using Aggregator.Model;

namespace Aggregator;

/// <summary>
/// Endless made-up news with the word statistics of the real thing: 300 words an article, frequencies by Zipf's law over 60,000 words, and
/// stories of three articles on average that use some rare words of their own; one article in ten is a cut reprint of a recent one. The same for every run.
/// </summary>
internal sealed class StoryAssignmentStream(TimeSpan step)
{
    private const int VocabularySize = 60_000;
    private const int Words = 300;
    private const int OwnWords = 40;

    private readonly Random _random = new(20);
    private readonly List<(long Id, int Seed)> _open = [];
    private readonly string[] _recent = new string[200];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _last;

    public (ArticleText Article, long Story) Next()
    {
        _now += step;
        _last++;
        var story = Story();
        var text = Text(story.Seed, out var words);
        _recent[_last % _recent.Length] = text;
        return (new ArticleText
        {
            Id = _last,
            Outlet = $"outlet{_random.Next(400)}.example",
            Title = Sentence(words, 10, 0.7),
            Text = text,
            Published = _now,
            Language = "en",
        }, story.Id);
    }

    private string Text(int seed, out int[] words)
    {
        var own = new Random(seed);
        words = [.. Enumerable.Range(0, OwnWords).Select(_ => Zipf(own))];
        return _random.Next(10) == 0 && _recent[_random.Next(_recent.Length)] is { } reprinted
            ? reprinted[..(reprinted.Length * 3 / 4)]
            : Sentence(words, Words, 0.35);
    }

    /// <summary>One article in three opens a story; the others follow one of the latest thousand.</summary>
    private (long Id, int Seed) Story()
    {
        if (_open.Count > 0 && _random.Next(3) > 0)
        {
            return _open[_random.Next(_open.Count)];
        }

        if (_open.Count == 1_000)
        {
            _open.RemoveAt(0);
        }

        _open.Add((_last, _random.Next()));
        return _open[^1];
    }

    private string Sentence(int[] own, int length, double ownShare)
    {
        var text = new StringBuilder(length * 8);
        for (var i = 0; i < length; i++)
        {
            var word = _random.NextDouble() < ownShare ? own[_random.Next(own.Length)] : Zipf(_random);
            text.Append(i == 0 ? "" : " ").Append(word % 5 == 0 ? "W" : "w").Append(word);
        }

        return text.ToString();
    }

    /// <summary>A rank with probability near 1/rank.</summary>
    private static int Zipf(Random _random) => (int)Math.Exp(_random.NextDouble() * Math.Log(VocabularySize));
}
