using Aggregator.Configuration;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Pipeline;

/// <summary>Which reader a feed's documents are given to: the feed's own, else that of the settings.</summary>
internal static class ReaderChoice
{
    public static IFeedReader For(AggregatorOptions options, FeedDefinition definition) => FeedReaders.Of(definition.Reader ?? options.Reader);
}
