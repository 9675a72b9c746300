using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <param name="Polls">How often it was asked.</param>
internal sealed record KnownFeed(Feed Feed, bool ByHand, long Polls)
{
    public bool IsPolled => Feed is { Removed: false, Definition.Disabled: false, State.Gone: false, MergedInto: null };
}

/// <summary>Feeds and fetches between their records and their documents.</summary>
internal static class FeedDocuments
{
    public static KnownFeed Read(BsonDocument d) => new(
        new Feed
        {
            Id = d["_id"].AsInt64,
            Definition = new FeedDefinition(
                d.Text("url")!, d.Text("title")!, d.Text("category")!, d.Span("interval"), (FullTextMode)d.Int("full_text"), d.Text("language"),
                d.Flag("disabled"))
            {
                Reader = (FeedReaderKind?)d.Number("reader"),
                Cron = d.Text("cron"),
                CronZone = d.Text("cron_zone"),
                QuietHours = d.Text("quiet_hours"),
            },
            CurrentUrl = d.Text("current_url")!,
            Removed = d.Flag("removed"),
            MergedInto = d.Number("merged_into"),
            State = ReadState(d),
        },
        d.Flag("by_hand"), d.Long("polls"));

    public static BsonDocument Document(KnownFeed known)
    {
        (var feed, var definition, var s) = (known.Feed, known.Feed.Definition, known.Feed.State);
        BsonDocument d = new()
        {
            ["_id"] = feed.Id,
            ["url"] = definition.Url,
            ["title"] = definition.Title,
            ["category"] = definition.Category,
            ["full_text"] = (int)definition.FullText,
            ["disabled"] = definition.Disabled,
            ["current_url"] = feed.CurrentUrl,
            ["removed"] = feed.Removed,
            ["by_hand"] = known.ByHand,
            ["polls"] = known.Polls,
            ["next_poll_at"] = Fields.Value(s.NextPollAt),
            ["failures"] = s.Failures,
            ["gone"] = s.Gone,
            ["redirect_sightings"] = s.RedirectSightings,
            ["estimated_loss"] = s.EstimatedLoss,
        };
        d.Set("interval", Fields.Value(definition.Interval));
        d.Set("language", definition.Language);
        d.Set("reader", Fields.Value((int?)definition.Reader));
        d.Set("cron", definition.Cron);
        d.Set("cron_zone", definition.CronZone);
        d.Set("quiet_hours", definition.QuietHours);
        d.Set("merged_into", Fields.Value(feed.MergedInto));
        d.Set("next_poll_reason", s.NextPollReason);
        d.Set("etag", s.ETag);
        d.Set("last_modified", s.LastModified);
        d.Set("validators_url", s.ValidatorsUrl);
        d.Set("body_hash", s.BodyHash);
        d.Set("last_polled_at", Fields.Value(s.LastPolledAt));
        d.Set("last_success_at", Fields.Value(s.LastSuccessAt));
        d.Set("last_full_at", Fields.Value(s.LastFullAt));
        d.Set("last_new_at", Fields.Value(s.LastNewAt));
        d.Set("last_fate", Fields.Value((int?)s.LastFate));
        d.Set("last_status", Fields.Value(s.LastStatus));
        d.Set("last_error", s.LastError);
        d.Set("rhythm", Fields.Value(s.Rhythm));
        d.Set("redirect_to", s.RedirectTo);
        d.Set("redirect_since", Fields.Value(s.RedirectSince));
        d.Set("site_title", s.SiteTitle);
        d.Set("site_link", s.SiteLink);
        d.Set("hub", s.Hub);
        d.Set("topic", s.Topic);
        d.Set("poll_memory", s.PollMemory);
        d.Set("site_id", s.SiteId);
        d.Set("failing_since", Fields.Value(s.FailingSince));
        return d;
    }

    public static FetchRecord ReadFetch(BsonDocument d) => new()
    {
        At = d.Time("at"),
        Fate = (FetchFate)d.Int("fate"),
        Status = (int?)d.Number("status"),
        Conditional = d.Flag("conditional"),
        BytesOnWire = d.Long("bytes_on_wire"),
        BytesDecoded = d.Long("bytes_decoded"),
        Milliseconds = d.Real("milliseconds") ?? 0,
        Entries = d.Int("entries"),
        New = d.Int("new"),
        Changed = d.Int("changed"),
        Error = d.Text("error"),
        NextPollAt = d.Time("next_poll_at"),
        NextPollReason = d.Text("next_poll_reason"),
        ValidatorsChanged = d.Flag("validators_changed"),
    };

    public static BsonDocument Document(FetchRecord f, long id, long poll)
    {
        BsonDocument d = new()
        {
            ["_id"] = id,
            ["poll"] = poll,
            ["at"] = Fields.Value(f.At),
            ["fate"] = (int)f.Fate,
            ["conditional"] = f.Conditional,
            ["bytes_on_wire"] = f.BytesOnWire,
            ["bytes_decoded"] = f.BytesDecoded,
            ["milliseconds"] = f.Milliseconds,
            ["entries"] = f.Entries,
            ["new"] = f.New,
            ["changed"] = f.Changed,
            ["next_poll_at"] = Fields.Value(f.NextPollAt),
            ["validators_changed"] = f.ValidatorsChanged,
        };
        d.Set("status", Fields.Value(f.Status));
        d.Set("error", f.Error);
        d.Set("next_poll_reason", f.NextPollReason);
        return d;
    }

    private static FeedState ReadState(BsonDocument d) => new()
    {
        NextPollAt = d.Time("next_poll_at"),
        NextPollReason = d.Text("next_poll_reason"),
        ETag = d.Text("etag"),
        LastModified = d.Text("last_modified"),
        ValidatorsUrl = d.Text("validators_url"),
        BodyHash = d.Text("body_hash"),
        LastPolledAt = d.TimeOrNull("last_polled_at"),
        LastSuccessAt = d.TimeOrNull("last_success_at"),
        LastFullAt = d.TimeOrNull("last_full_at"),
        LastNewAt = d.TimeOrNull("last_new_at"),
        LastFate = (FetchFate?)d.Number("last_fate"),
        LastStatus = (int?)d.Number("last_status"),
        LastError = d.Text("last_error"),
        Failures = d.Int("failures"),
        Rhythm = d.Span("rhythm"),
        Gone = d.Flag("gone"),
        RedirectTo = d.Text("redirect_to"),
        RedirectSince = d.TimeOrNull("redirect_since"),
        RedirectSightings = d.Int("redirect_sightings"),
        SiteId = d.Text("site_id"),
        SiteTitle = d.Text("site_title"),
        SiteLink = d.Text("site_link"),
        Hub = d.Text("hub"),
        Topic = d.Text("topic"),
        EstimatedLoss = d.Int("estimated_loss"),
        PollMemory = d.Text("poll_memory"),
        FailingSince = d.TimeOrNull("failing_since"),
    };
}
