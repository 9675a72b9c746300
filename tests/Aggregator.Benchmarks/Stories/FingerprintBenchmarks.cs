using Aggregator.Model;
using Aggregator.Stories.Copies;
using Aggregator.Urls;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Stories;

/// <summary>Finding the copies of an article of 400 words among those of the window, and the canonical form of an address.</summary>
[MemoryDiagnoser]
public class FingerprintBenchmarks
{
    private CopyIndex _index = null!;
    private ArticleText _article = null!;

    [Params(1_000, 20_000)]
    public int Window { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _index = new CopyIndex(new CopyOptions());
        for (var i = 1; i <= Window; i++)
            _index.Add(Article(i));
        _article = Article(Window / 2) with { Id = Window + 1 };
    }

    [Benchmark]
    public CopyMatch? FindCopy() => _index.Find(_article);

    [Benchmark]
    public CanonicalUrl? Canonicalize() => UrlCanonicalizer.Canonicalize("http://www.Example.com:80/news/2026/11/22/story.html?utm_source=rss&id=7&fbclid=abc#top");

    // A multiplicative generator over a made-up vocabulary: the same number gives the same text.
    private static ArticleText Article(int number)
    {
        var state = (uint)number * 2654435761u;
        var words = new string[400];
        for (var i = 0; i < words.Length; i++)
        {
            state = (state * 1664525u) + 1013904223u;
            words[i] = "w" + (state >> 12) % 5000;
        }

        return new ArticleText { Id = number, Outlet = "a.example", Title = $"Title {number}", Text = string.Join(' ', words), Published = DateTimeOffset.UnixEpoch.AddMinutes(number) };
    }
}
