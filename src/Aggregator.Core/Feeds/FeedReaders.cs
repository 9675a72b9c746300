using Aggregator.Feeds.CodeHollow;
using Aggregator.Model;

namespace Aggregator.Feeds;

/// <summary>The readers to choose from (readers.md says what each does).</summary>
public static class FeedReaders
{
    private static readonly IFeedReader Own = new OwnReader();
    private static readonly IFeedReader CodeHollow = new CodeHollowReader();

    public static IFeedReader Of(FeedReaderKind kind) => kind switch
    {
        FeedReaderKind.Own => Own,
        FeedReaderKind.CodeHollow => CodeHollow,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private sealed class OwnReader : IFeedReader
    {
        public FeedParseResult Read(ReadOnlyMemory<byte> document, FeedContext context) => FeedParser.Parse(document, context);
    }
}
