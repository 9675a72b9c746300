using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator;

/// <summary>One line per kind of prediction; each is made by the same code that the service runs.</summary>
internal static class Predict
{
    public static int Run(string kind, string path, TextWriter output)
    {
        switch (kind)
        {
            case "urls":
                return DedupPredictions.Urls(path, output);
            case "stories":
                return StoryPredictions.Run(path, output);
            case "extraction":
                return ExtractionPredictions.Write(path, output);
            case "near":
                return DedupPredictions.Near(path, output);
            case "novelty":
                return NoveltyPredictions.Run(path, output);
            case "feeds":
                return FeedPredictions.Write(path, FeedReaders.Of(FeedReaderKind.Own), output);
            case "feeds-codehollow":
                return FeedPredictions.Write(path, FeedReaders.Of(FeedReaderKind.CodeHollow), output);
            default:
                return Usage();
        }
    }

    public static int Usage()
    {
        Console.Error.WriteLine("usage: predict feeds|feeds-codehollow|extraction|urls|near|stories|novelty PATH | learn novelty FILE WEIGHTS CROSSED | tags PATH [faults] | fulltext PATH | score [CORPORA] | faults CORPORA [--show] | fuzz N CORPORA");
        return 2;
    }
}
