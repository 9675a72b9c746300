using System.Diagnostics;
using Aggregator.Stories.Clustering;

namespace Aggregator;

/// <summary>
/// Prints what assigning an article costs as the store grows: <c>stories [TOTAL]</c>. The stream is made up, 50,000 articles fill the
/// window, and every article passes through the index: most by Restore, and those after each mark by Assign, which is what is timed.
/// </summary>
internal static class StoryAssignment
{
    private const int InWindow = 50_000;
    private const int Measured = 1_000;

    private static readonly int[] Marks = [1_000, 10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

    public static void Run(int total, TextWriter output)
    {
        var options = new StoryOptions();
        var stream = new StoryAssignmentStream(options.Window / InWindow);
        var index = new StoryIndex(options);
        output.WriteLine("   stored  in window  CPU ms/article  worst ms  joined %  KB/article in window  gen-0 collections");
        for (var stored = 0; stored < total;)
        {
            if (Marks.Contains(stored))
            {
                Measure(index, stream, stored, output);
                stored += Measured;
                continue;
            }

            var (article, story) = stream.Next();
            index.Restore(article.Id, article.Outlet, article.Published, StoryVector.Of(article, isCopy: false, options), story);
            stored++;
        }

        Measure(index, stream, total, output);
    }

    private static void Measure(StoryIndex index, StoryAssignmentStream stream, int stored, TextWriter output)
    {
        var articles = Enumerable.Range(0, Measured).Select(_ => stream.Next().Article).ToList();
        var (inWindow, memory) = (index.Count, GC.GetTotalMemory(forceFullCollection: true));
        var (cpu, collections) = (CpuTime(), GC.CollectionCount(0));
        var worst = TimeSpan.Zero;
        var joined = 0;
        foreach (var article in articles)
        {
            var start = Stopwatch.GetTimestamp();
            joined += index.Assign(article, null).IsNew ? 0 : 1;
            var took = Stopwatch.GetElapsedTime(start);
            worst = took > worst ? took : worst;
        }

        output.WriteLine(FormattableString.Invariant(
            $"{stored,9} {inWindow,10} {(CpuTime() - cpu).TotalMilliseconds / Measured,15:0.000} {worst.TotalMilliseconds,9:0.0} {100.0 * joined / Measured,9:0} {memory / 1024.0 / Math.Max(1, inWindow),21:0.0} {GC.CollectionCount(0) - collections,19}"));
        output.Flush();
    }

    private static TimeSpan CpuTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
