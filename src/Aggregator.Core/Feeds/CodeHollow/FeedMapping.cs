using Aggregator.Feeds.Drafts;
using Aggregator.Model;
using Library = global::CodeHollow.FeedReader;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>From what CodeHollow.FeedReader read to the neutral form, by the class that it chose.</summary>
internal static class FeedMapping
{
    public static ParsedFeed Map(Library.Feed feed, FeedContext context)
    {
        var documentBase = DocumentBase.Of(context);
        var draft = new FeedDraft(context.MaxEntries);
        switch (feed.SpecificFeed)
        {
            case Library.Feeds.AtomFeed atom:
                new AtomMapping(draft, documentBase).Read(atom);
                break;
            case Library.Feeds.JsonFeed json:
                new JsonMapping(draft, documentBase).Read(json);
                break;
            default:
                new RssMapping(draft, documentBase).Read(feed);
                break;
        }

        return draft.Build();
    }
}
