using System.Globalization;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Pipeline;

namespace Aggregator.Cli;

/// <summary>What <c>parse</c> and <c>extract</c> share: documents in, lines of JSON out, in order, on all cores.</summary>
internal static class DocumentVerb
{
    /// <param name="read">What to print of a document under the settings, and whether it could be used.</param>
    public static async Task<int> RunAsync(
        CommandLineSettings settings, IReadOnlyList<string> sources, Func<AggregatorOptions, InputDocument, (bool Good, string Line)> read,
        CancellationToken cancellation)
    {
        if (Startup.Check(settings, FeedsNeeded.No) is not { } found)
            return ExitCodes.BadConfiguration;
        await using var fetching = new SingleFetches(found.Options);
        long done = 0, good = 0;
        await ProgressLine.ShowAsync(
            () => string.Create(CultureInfo.InvariantCulture, $"{done} documents read, {done - good} of them could not be used"),
            async token =>
            {
                await OrderedWork.RunAsync(Documents.ReadAsync(sources, fetching.FetchAsync, token), document => read(found.Options, document), async result =>
                {
                    done++;
                    if (result.Good)
                        good++;
                    await Console.Out.WriteLineAsync(result.Line);
                }, token);
                return done;
            },
            cancellation);
        if (done == 0)
            await Console.Error.WriteLineAsync("No documents were found.");
        return good > 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
