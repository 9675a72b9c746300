using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Aggregator.Model;
using Aggregator.Text.Encodings;
using Aggregator.Text.Json;

namespace Aggregator.Feeds.JsonFeed;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item, so that the document's tree is never held.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static FeedParseResult Read(EncodedDocument document, FeedContext context)
    {
        var bytes = document.Encoding is UTF8Encoding && Utf8.IsValid(document.Bytes.Span) ? document.Bytes.Span : Encoding.UTF8.GetBytes(document.Decode());
        var feed = new JsonFeedDraft(context);
        var problems = new List<FeedProblem>(document.Problems);
        var path = FeedReadPath.Strict;
        try
        {
            if (!Walk(bytes, feed))
                problems.Add(new FeedProblem("junk-after", "more behind the feed's object"));
        }
        catch (Exception strict) when (IsMalformed(strict))
        {
            path = FeedReadPath.Repaired;
            problems.Add(new FeedProblem("not-well-formed", strict.Message));
            feed = new JsonFeedDraft(context);
            WalkRepaired(Encoding.UTF8.GetBytes(JsonRepair.Run(document.Decode(), close: false)), feed, problems);
        }

        return feed.IsFeed
            ? new FeedParseResult.Parsed(feed.Build() with { Path = path, Problems = problems })
            : new FeedParseResult.NotAFeed("The document is JSON, but no JSON Feed.");
    }

    /// <summary>A feed behind something that is no JSON: a comment, a guard against cross-site reading, the call of JSONP. Null when there is none.</summary>
    public static FeedParseResult.Parsed? ReadBehindJunk(EncodedDocument document, FeedContext context)
    {
        var text = document.Decode();
        var start = text.AsSpan().IndexOfAny('{', '<');
        if (start < 0 || text[start] != '{')
            return null;
        var rest = new EncodedDocument(Encoding.UTF8.GetBytes(text[start..]), Encoding.UTF8, '{',
            [.. document.Problems, new FeedProblem("junk-before", $"{start} characters before the feed")]);
        return Read(rest, context) as FeedParseResult.Parsed;
    }

    // What was read before the break stands: whole items only.
    private static void WalkRepaired(ReadOnlySpan<byte> bytes, JsonFeedDraft feed, List<FeedProblem> problems)
    {
        try
        {
            Walk(bytes, feed);
        }
        catch (Exception error) when (IsMalformed(error))
        {
            problems.Add(new FeedProblem("cut-off", error.Message));
        }
    }

    // Half of a surrogate pair, escaped, is found only when the string is read, and then said so by another exception.
    private static bool IsMalformed(Exception error) => error is JsonException or InvalidOperationException;

    // False when something stands behind the object.
    private static bool Walk(ReadOnlySpan<byte> bytes, JsonFeedDraft feed)
    {
        var json = new Utf8JsonReader(bytes, Lenient);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return true;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name is not ("items" or "entries") || json.TokenType != JsonTokenType.StartArray)
            {
                feed.Property(name, JsonElement.ParseValue(ref json));
                continue;
            }

            feed.ItemsSeen = true;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                feed.Item(JsonElement.ParseValue(ref json));
        }

        try
        {
            return !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
