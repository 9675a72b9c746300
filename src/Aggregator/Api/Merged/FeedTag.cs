using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Api.Merged;

/// <summary>
/// The strong ETag of a merged feed: the number of its newest change, which feed, and the content coding (other bytes, other tag: RFC 9110 section
/// 8.8.3.3).
/// </summary>
internal static class FeedTag
{
    /// <summary>In the tags of clients that are never sent a part of the feed: they bring it back, so that it need not be remembered.</summary>
    private const string Whole = "whole";

    /// <param name="whole">For a client that is to get the whole feed always.</param>
    public static string Make(long sequence, string keyHash, string? encoding, bool whole = false) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{sequence}-{keyHash}{(encoding is null ? "" : "-" + encoding)}{(whole ? "-" + Whole : "")}\"");

    public static KnownVersion Compare(StringValues ifNoneMatch, long sequence, string keyHash)
    {
        long? since = null;
        var whole = false;
        if (!EntityTagHeaderValue.TryParseList([.. ifNoneMatch.OfType<string>()], out var tags))
            return default;
        foreach (var tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any))
                return new(true, null, false);
            var parts = tag.Tag.AsSpan().Trim('"').ToString().Split('-');
            if (parts.Length < 2 || parts[1] != keyHash || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var known))
                continue;
            whole |= parts.Contains(Whole);
            if (known == sequence)
                return new(true, null, whole);
            since = known < sequence && (since is null || known > since) ? known : since;
        }

        return new(false, since, whole);
    }
}

/// <summary>What a client says it has.</summary>
/// <param name="Matches">Any form of the feed at this change: 304.</param>
/// <param name="Since">The newest earlier change that it names of this feed.</param>
/// <param name="Whole">It is never sent a part of the feed.</param>
internal readonly record struct KnownVersion(bool Matches, long? Since, bool Whole);
