using System.Diagnostics;
using Aggregator.Model;
using Aggregator.Stories;
using Aggregator.Stories.Clustering;
using Aggregator.Stories.Copies;
using Aggregator.Stories.Tags;

namespace Aggregator;

/// <summary>
/// Prints what assigning an article costs as the store grows: <c>stories [TOTAL]</c>. The stream is made up, 50,000 articles fill the
/// window, and every article passes through the indexes of copies and stories: most by Restore, those after each mark by a decision,
/// as the service makes it, which is what is timed. At the end the indexes are rebuilt from the memories of the window, as at a start.
/// </summary>
internal sealed class StoryAssignment(TextWriter output)
{
    private const int InWindow = 50_000;
    private const int Measured = 1_000;

    private static readonly int[] Marks = [10_000, 50_000, 200_000, 1_000_000];

    private readonly StoryOptions _options = new();
    private readonly Queue<(ArticleText Article, long Story, byte[] Memory)> _window = new();
    private CopyIndex _copies = new();
    private StoryIndex _stories = new(new StoryOptions());
    private DateTimeOffset _forgotten;
    private TimeSpan _forgetting;
    private int _days;

    public void Run(int total)
    {
        WarmUp();
        var stream = new StoryAssignmentStream(_options.Window / InWindow);
        output.WriteLine("   stored  in window  CPU ms/article   copies   story    tags  worst ms  joined %  copies %  KB/article in window  allocated KB");
        for (var stored = 0; stored < total;)
        {
            if (Marks.Contains(stored))
                Measure(stream, stored);
            stored += Fill(stream, Math.Min(total, Marks.Where(m => m > stored).DefaultIfEmpty(total).Min()) - stored);
        }

        Measure(stream, total);
        output.WriteLine(FormattableString.Invariant($"forgetting a day: {_forgetting.TotalMilliseconds / Math.Max(1, _days):0} CPU ms a day"));
        Rebuild();
    }

    /// <summary>Decides on articles of other indexes, so that the first mark does not pay for the compiler.</summary>
    private void WarmUp()
    {
        var stream = new StoryAssignmentStream(_options.Window / InWindow);
        var (copies, stories) = (new CopyIndex(), new StoryIndex(_options));
        for (var i = 0; i < 2 * Measured; i++)
        {
            var article = stream.Next().Article;
            var copy = copies.Find(article);
            copies.Add(article);
            stories.Assign(article, copy?.Original);
            Tagger.Default.Tag(article.Title, article.Text, article.Language);
        }
    }

    private int Fill(StoryAssignmentStream stream, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (article, story) = stream.Next();
            var memory = new ArticleMemory(StoryVector.Of(article, isCopy: false, _options), CopyPrint.Of(article.Text));
            _stories.Restore(article.Id, article.Outlet, article.Published, memory.Story, story);
            _copies.Restore(article.Id, article.Published, memory.Copy, null);
            Keep(article, story, memory);
        }

        return count;
    }

    private void Measure(StoryAssignmentStream stream, int stored)
    {
        var articles = Enumerable.Range(0, Measured).Select(_ => stream.Next().Article).ToList();
        var (inWindow, memory) = (_stories.Count, GC.GetTotalMemory(forceFullCollection: true) - _window.Sum(w => (long)w.Memory.Length));
        var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var (worst, inCopies, inStories, inTags) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (joined, copied) = (0, 0);
        var kept = new List<(ArticleText, long, ArticleMemory)>();
        foreach (var article in articles)
        {
            var start = Stopwatch.GetTimestamp();
            var copy = _copies.Find(article);
            var print = _copies.Add(article);
            var found = Stopwatch.GetTimestamp();
            var match = _stories.Assign(article, copy?.Original);
            var assigned = Stopwatch.GetTimestamp();
            Tagger.Default.Tag(article.Title, article.Text, article.Language);
            inCopies += Stopwatch.GetElapsedTime(start, found);
            inStories += Stopwatch.GetElapsedTime(found, assigned);
            inTags += Stopwatch.GetElapsedTime(assigned);
            worst = TimeSpan.FromTicks(Math.Max(worst.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            (joined, copied) = (joined + (match.IsNew ? 0 : 1), copied + (copy is null ? 0 : 1));
            kept.Add((article, match.StoryId, new ArticleMemory(match.Vector, print)));
        }

        var (used, bytes) = (Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes() - allocated);
        foreach (var (article, story, remembered) in kept)
            Keep(article, story, remembered);
        output.WriteLine(FormattableString.Invariant(
            $"{stored,9} {inWindow,10} {used.TotalMilliseconds / Measured,15:0.000} {inCopies.TotalMilliseconds / Measured,8:0.000} {inStories.TotalMilliseconds / Measured,7:0.000} {inTags.TotalMilliseconds / Measured,7:0.000} {worst.TotalMilliseconds,9:0.0} {100.0 * joined / Measured,9:0} {100.0 * copied / Measured,9:0} {memory / 1024.0 / Math.Max(1, inWindow),21:0.0} {bytes / 1024.0 / Measured,13:0}"));
        output.Flush();
    }

    /// <summary>Memories are what the store holds; those that leave the window are forgotten by the day, as in the service.</summary>
    private void Keep(ArticleText article, long story, ArticleMemory memory)
    {
        _window.Enqueue((article with { Title = "", Text = "" }, story, memory.Pack()));
        var start = new DateTimeOffset((article.Published - _options.Window).UtcDateTime.Date, TimeSpan.Zero);
        if (start <= _forgotten)
            return;
        _forgotten = start;
        var cpu = Environment.CpuUsage.TotalTime;
        _copies.Forget(start);
        _stories.Forget(start);
        _forgetting += Environment.CpuUsage.TotalTime - cpu;
        _days++;
        while (_window.TryPeek(out var oldest) && oldest.Article.Published < start)
            _window.Dequeue();
    }

    private void Rebuild()
    {
        (_copies, _stories) = (new CopyIndex(), new StoryIndex(_options));
        var cpu = Environment.CpuUsage.TotalTime;
        foreach (var (article, story, packed) in _window)
        {
            var memory = ArticleMemory.Unpack(packed);
            _copies.Restore(article.Id, article.Published, memory.Copy, null);
            _stories.Restore(article.Id, article.Outlet, article.Published, memory.Story, story);
        }

        output.WriteLine(FormattableString.Invariant(
            $"rebuilt {_stories.Count} articles from {_window.Average(w => w.Memory.Length):0} bytes each in {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} CPU s"));
    }
}
