using Aggregator.Configuration;
using Aggregator.Stores;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Aggregator.Api.Merged;

/// <summary>Renders merged feeds, each once per change, and keeps the last ones in memory.</summary>
internal sealed class MergedFeedService(IArticleQueries store, IOptions<ApiOptions> options, TimeProvider clock, ReadyFeeds ready) : IDisposable
{
    private readonly MemoryCache _rendered = new(new MemoryCacheOptions { SizeLimit = options.Value.FeedCacheBytes });

    // Measured by the length of the keys, which strangers choose: some ten thousand addresses of usual length.
    private readonly MemoryCache _newest = new(new MemoryCacheOptions { SizeLimit = 1 << 20 });

    /// <summary>The newest change of a feed. Asked of the store at most once per <see cref="ApiOptions.FeedFreshness"/>.</summary>
    public async Task<NewestChange> NewestAsync(MergedFeedRequest request, CancellationToken cancellation)
    {
        var now = clock.GetTimestamp();
        var known = _newest.Get<NewestChange>(request.Key);
        if (known is not null && clock.GetElapsedTime(known.AskedAt, now) < options.Value.FeedFreshness)
            return known;
        var global = await store.GetSequenceAsync(cancellation);
        var newest = known?.Global == global ? known with { AskedAt = now } : await AskAsync(request, known, global, now, cancellation);
        _newest.Set(request.Key, newest, new MemoryCacheEntryOptions { Size = request.Key.Length, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return newest;
    }

    /// <summary>What was rendered before, if nothing has changed since.</summary>
    public RenderedFeed? Rendered(MergedFeedRequest request, NewestChange newest) =>
        _rendered.Get<RenderedFeed>(request.Key) is { } cached && cached.Sequence == newest.Sequence ? cached : null;

    /// <summary>Lets the next requests for this address be answered by <see cref="FeedFastPath"/>.</summary>
    public void MakeReady(HttpContext context, MergedFeedRequest request, NewestChange newest, RenderedFeed? rendered)
    {
        if (rendered is not null)
            ready.Put(context, new ReadyFeed(newest, rendered, request.KeyHash, RenderedFeed.MediaType(request.Format)));
    }

    public async Task<RenderedFeed> RenderAsync(MergedFeedRequest request, NewestChange newest, CancellationToken cancellation)
    {
        if (Rendered(request, newest) is { } cached)
            return cached;
        var page = await EntriesAsync(request, cancellation);
        var document = MergedFeedBuilder.Document(request, page.Entries, page, newest.Updated);
        var rendered = new RenderedFeed(newest.Sequence, RenderedFeed.Write(document, request.Format));
        _rendered.Set(request.Key, rendered, new MemoryCacheEntryOptions { Size = rendered.Size, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return rendered;
    }

    /// <summary>Only what changed after <paramref name="since"/>, for <c>A-IM: feed</c>; not worth keeping.</summary>
    public async Task<RenderedFeed> RenderSinceAsync(MergedFeedRequest request, NewestChange newest, long since, CancellationToken cancellation)
    {
        var page = await EntriesAsync(request, cancellation);
        var document = MergedFeedBuilder.Document(request, page.Entries.Where(entry => entry.Sequence > since), page, newest.Updated);
        return new RenderedFeed(newest.Sequence, RenderedFeed.Write(document, request.Format));
    }

    public void Dispose()
    {
        _rendered.Dispose();
        _newest.Dispose();
    }

    private async Task<NewestChange> AskAsync(MergedFeedRequest request, NewestChange? before, long global, long now, CancellationToken cancellation)
    {
        var (sequence, at) = await store.GetNewestChangeAsync(request.Filter, cancellation);
        if (!request.ByStory || request.Filter == ArticleFilter.All)
            return NewestChange.After(before, sequence, at, request.WindowMoved, global, now);
        // A story's entry also lists the articles that the filter leaves out, and they change it too.
        var stories = await store.ListStoriesAsync(request.Filter, request.Page with { WithText = false }, cancellation);
        foreach (var story in stories.Items)
        {
            sequence = Math.Max(sequence, MergedFeedBuilder.SequenceOf(story));
            var changed = story.Articles.Select(article => article.Changed).Append(story.Updated).Max();
            at = at is { } other && other > changed ? other : changed;
        }

        return NewestChange.After(before, sequence, at, request.WindowMoved, global, now);
    }

    private async Task<MergedPage> EntriesAsync(MergedFeedRequest request, CancellationToken cancellation)
    {
        if (!request.ByStory)
        {
            var articles = await store.ListArticlesAsync(request.Filter, request.Page, cancellation);
            var older = await OlderAsync(request, articles.NextCursor, articles.Items.Count > 0 ? articles.Items[^1] : null, cancellation);
            return new MergedPage([.. articles.Items.Select(article => MergedFeedBuilder.FromArticle(article, request))], articles.NextCursor, older);
        }

        var stories = await store.ListStoriesAsync(request.Filter, request.Page, cancellation);
        StoryRow[] whole = [.. stories.Items.Where(story => story.Articles.Count > 0)];
        var before = await OlderAsync(request, stories.NextCursor, whole.LastOrDefault()?.Articles[^1], cancellation);
        return new MergedPage([.. whole.Select(story => MergedFeedBuilder.FromStory(story, request))], stories.NextCursor, before);
    }

    /// <summary>The month to go on with: that of the last entry for the feed itself, the next older one with a match for an archive that ends here.</summary>
    private async Task<ArchiveMonth?> OlderAsync(MergedFeedRequest request, string? nextCursor, ArticleRow? last, CancellationToken cancellation)
    {
        if (request.Archive is null)
            return last is null ? null : ArchiveMonth.Of(last.Published.Instant);
        if (nextCursor is not null)
            return null;
        var older = await store.ListArticlesAsync(request.Filter with { From = null, To = request.Archive.Start }, new PageRequest(Limit: 1, WithText: false),
            cancellation);
        return older.Items is [var newest, ..] ? ArchiveMonth.Of(newest.Published.Instant) : null;
    }
}

/// <summary>A page of entries and where it goes on.</summary>
/// <param name="Older">The archive that holds what comes before.</param>
internal sealed record MergedPage(IReadOnlyList<MergedFeedBuilder.Numbered> Entries, string? NextCursor, ArchiveMonth? Older);
