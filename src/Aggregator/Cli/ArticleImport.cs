using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Threading.Channels;
using Aggregator.Hosting;
using Aggregator.Stores;

namespace Aggregator.Cli;

/// <summary>Brings a file of articles (NDJSON, plain or gzip) into the store: reading, parsing and writing overlap, memory stays constant.</summary>
internal static class ArticleImport
{
    // Half a transaction's worth of work on the writer's thread (about 100 ms): enough that the commit does not count.
    private const int BatchSize = 500;

    // More faults than these are only counted.
    private const int FaultsShown = 10;

    /// <summary>By the name of the file: OPML and lists of feeds never end like these.</summary>
    public static bool IsArticles(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    public static async Task<int> RunAsync(IArticleQueries there, IImportStore store, string file, TimeProvider time, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var keepNumbers = await there.GetSequenceAsync(cancellation) == 0;
        var batches = Channel.CreateBounded<Task<Batch>>(new BoundedChannelOptions(3));
        var reading = Task.Run(() => ReadAsync(file, batches.Writer, time.GetUtcNow(), cancellation), cancellation);
        var total = new ImportOutcome(0, 0);
        var faults = 0;
        var writing = Task.FromResult(total);
        await foreach (var parsing in batches.Reader.ReadAllAsync(cancellation))
        {
            var batch = await parsing;
            foreach (var fault in batch.Faults.Take(Math.Max(0, FaultsShown - faults)))
                await Console.Error.WriteLineAsync($"{file}:{fault}");
            faults += batch.Faults.Count;
            // One batch is made ready while the last one is written.
            var next = store.ImportAsync(batch.Rows, keepNumbers, cancellation);
            total += await writing;
            writing = next;
        }

        total += await writing;
        await reading;
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{total.Added} articles added, {total.Known} were there already, {faults} lines could not be read; {seconds:F1} s, "
                + $"{(total.Added + total.Known) / seconds:F0} a second."));
        return faults == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task ReadAsync(string file, ChannelWriter<Task<Batch>> batches, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            using var lines = Open(file);
            var number = 1;
            while (true)
            {
                var first = number;
                var batch = new List<string>(BatchSize);
                while (batch.Count < BatchSize && await lines.ReadLineAsync(cancellation) is { } line)
                    batch.Add(line);
                if (batch.Count == 0)
                    break;
                number += batch.Count;
                await batches.WriteAsync(Task.Run(() => Parse(batch, first, now), cancellation), cancellation);
            }

            batches.Complete();
        }
#pragma warning disable CA1031 // the reader of the channel gets it
        catch (Exception e)
#pragma warning restore CA1031
        {
            batches.Complete(e);
        }
    }

    private static StreamReader Open(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> magic = stackalloc byte[2];
        var zipped = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
        stream.Position = 0;
        return new StreamReader(zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream, bufferSize: 1 << 16);
    }

    private static Batch Parse(List<string> lines, int first, DateTimeOffset now)
    {
        var batch = new Batch([], []);
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            try
            {
                if (ArticleLines.Read(lines[i], now) is { } row)
                    batch.Rows.Add(row);
            }
            catch (JsonException e)
            {
                batch.Faults.Add(string.Create(CultureInfo.InvariantCulture, $"{first + i}: {e.Message}"));
            }
        }

        return batch;
    }

    private sealed record Batch(List<ImportRow> Rows, List<string> Faults);
}
