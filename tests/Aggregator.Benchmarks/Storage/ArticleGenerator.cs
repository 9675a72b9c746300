using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>
/// Articles of made-up words whose frequencies follow Zipf's law, as those of real texts do; the same seed gives the same articles.
/// The word at rank r has probability proportional to 1 / (r + 2.7), Mandelbrot's form for English.
/// </summary>
internal sealed class ArticleGenerator
{
    private const int Vocabulary = 24_000;

    private readonly Random _random;
    private readonly string[] _words = new string[Vocabulary];
    private readonly double[] _cumulative = new double[Vocabulary];

    public ArticleGenerator(int seed)
    {
        _random = new Random(seed);
        double sum = 0;
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            _words[rank] = MakeWord(2 + (int)Math.Log10(rank + 1) + _random.Next(2));
            _cumulative[rank] = sum += 1 / (rank + 2.7);
        }
    }

    /// <summary>The word at a rank of frequency, 0 the most common.</summary>
    public string WordAt(int rank) => _words[rank];

    /// <param name="number">Gives key and address; the publication times are a minute apart.</param>
    public IdentifiedEntry Entry(int number, DateTimeOffset start, bool readPage)
    {
        var outlet = string.Create(CultureInfo.InvariantCulture, $"outlet{(int)(400 * Math.Pow(_random.NextDouble(), 3))}.example");
        var url = string.Create(CultureInfo.InvariantCulture, $"https://www.{outlet}/2026/11/{Sentence(5).Replace(' ', '-')}-{number}");
        var title = Sentence(_random.Next(6, 12));
        (var text, var html) = Body(readPage ? 40 : _random.Next(300, 1001));
        return new IdentifiedEntry
        {
            EntryKey = url,
            ArticleKey = url,
            Identity = new Decision("identity", "canonical-url", null, null, ["utm_source stripped"]),
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + text))),
            Url = url,
            Outlet = outlet,
            Title = title,
            Authors = [Sentence(2)],
            Published = new ClaimedDate(start.AddMinutes(number), DatePrecision.Full, "rss:pubDate"),
            Summary = text[..Math.Min(200, text.Length)],
            Text = text,
            ContentHtml = html,
            Language = "en",
            ReadPage = readPage,
            Fate = ReadFate.FeedText,
        };
    }

    public ReadCommit Read(UnreadArticle article)
    {
        (var text, var html) = Body(_random.Next(300, 1001));
        return new ReadCommit
        {
            Id = article.Id,
            Fate = ReadFate.Extracted,
            Content = new ReadContent
            {
                Title = article.Title,
                Authors = article.Authors,
                Published = article.Published,
                Language = "en",
                Summary = article.Summary,
                Image = article.Url + "/lead.jpg",
                Text = text,
                ContentHtml = html,
                WordCount = text.Count(c => c is ' ' or '\n') + 1,
                Rung = ExtractionRung.KnownContainer,
                Confidence = 0.9,
            },
        };
    }

    /// <summary>Its own story, or for one in five that of the article before; eight tags of 300.</summary>
    public AssignCommit Assign(long id, long? before)
    {
        var story = before is { } other && _random.Next(5) == 0 ? other : id;
        return new AssignCommit
        {
            ArticleId = id,
            StoryId = story,
            StoryLead = story,
            Tags = [.. Enumerable.Range(0, 8).Select(_ => _random.Next(300)).Distinct().Select(tag => new Tag(tag < 60 ? "topic" : "company", "tag " + tag, 1))],
            Decisions = [new Decision("story", story == id ? "new" : "shared-terms", 0.4, 0.5, [Sentence(4)], before)],
        };
    }

    private (string Text, string Html) Body(int words)
    {
        StringBuilder text = new(), html = new();
        for (var left = words; left > 0;)
        {
            var length = Math.Min(left, _random.Next(30, 90));
            left -= length;
            var paragraph = Sentence(length) + ".";
            text.Append(text.Length == 0 ? "" : "\n").Append(paragraph);
            html.Append("<p>").Append(paragraph).Append("</p>\n");
        }

        return (text.ToString(), html.ToString());
    }

    private string Sentence(int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Word()
    {
        var found = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(found < 0 ? ~found : found, Vocabulary - 1)];
    }

    private string MakeWord(int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bcdfghjklmnprstvwz"[_random.Next(18)]}{"aeiou"[_random.Next(5)]}"));
}
