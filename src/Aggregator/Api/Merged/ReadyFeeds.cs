using System.Collections.Concurrent;
using Aggregator.Configuration;
using Microsoft.Extensions.Options;

namespace Aggregator.Api.Merged;

/// <summary>
/// Merged feeds by the address they were asked at, ready to be sent again without binding, routing or asking the database. A feed leaves
/// this place after <see cref="ApiOptions.FeedFreshness"/>; the next request then goes the long way and finds out whether anything is new.
/// </summary>
internal sealed class ReadyFeeds(IOptions<ApiOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Key, ReadyFeed> _feeds = new();
    private readonly TimeSpan _freshness = options.Value.FeedFreshness;
    private readonly long _mostBytes = options.Value.FeedCacheBytes;
    private long _bytes;

    public ReadyFeed? Find(HttpContext context) =>
        _feeds.TryGetValue(KeyOf(context), out var feed) && clock.GetElapsedTime(feed.AskedAt) < _freshness ? feed : null;

    public void Put(HttpContext context, ReadyFeed feed)
    {
        if (_freshness <= TimeSpan.Zero)
            return;
        // Addresses are chosen by strangers: what would outgrow the cache is forgotten all at once and comes back as it is asked for.
        if (Interlocked.Add(ref _bytes, feed.Size) > _mostBytes)
        {
            _feeds.Clear();
            Interlocked.Exchange(ref _bytes, feed.Size);
        }

        _feeds.AddOrUpdate(
            KeyOf(context), feed,
            (_, before) =>
            {
                Interlocked.Add(ref _bytes, -before.Size);
                return feed;
            });
    }

    private static Key KeyOf(HttpContext context) =>
        new(context.Request.Scheme, context.Request.Host.Value ?? "", context.Request.Path.Value ?? "", context.Request.QueryString.Value ?? "");

    /// <summary>Scheme and host are part of it, as the feed's own links are made of them.</summary>
    private readonly record struct Key(string Scheme, string Host, string Path, string Query);
}
