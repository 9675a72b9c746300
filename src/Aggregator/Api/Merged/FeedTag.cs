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
    public static string Make(long sequence, string keyHash, string? encoding) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{sequence}-{keyHash}{(encoding is null ? "" : "-" + encoding)}\"");

    /// <summary>What a client says it has: any form of the feed at this change (304), and the oldest change that it names of this feed.</summary>
    public static (bool Matches, long? Since) Compare(StringValues ifNoneMatch, long sequence, string keyHash)
    {
        long? since = null;
        if (!EntityTagHeaderValue.TryParseList([.. ifNoneMatch.OfType<string>()], out var tags))
            return (false, null);
        foreach (var tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any))
                return (true, null);
            var parts = tag.Tag.AsSpan().Trim('"').ToString().Split('-');
            if (parts.Length < 2 || parts[1] != keyHash || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var known))
                continue;
            if (known == sequence)
                return (true, null);
            since = known < sequence && (since is null || known > since) ? known : since;
        }

        return (false, since);
    }
}
