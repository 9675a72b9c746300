using Aggregator.Model;
using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>Feeds and fetches between their records and their columns.</summary>
internal static class FeedRows
{
    public const string Select = """
        SELECT id, url, title, category, interval, full_text, language, disabled, current_url, removed,
               next_poll_at, next_poll_reason, etag, last_modified, validators_url, body_hash, last_polled_at, last_success_at, last_full_at, last_new_at,
               last_fate, last_status, last_error, failures, rhythm, gone, redirect_to, redirect_since, redirect_sightings,
               site_title, site_link, hub, topic, estimated_loss, poll_memory, failing_since, merged_into,
               reader, cron, cron_zone, quiet_hours, site_id
        FROM feeds
        """;

    public const string UpdateState = """
        UPDATE feeds SET
            next_poll_at = $2, next_poll_reason = $3, etag = $4, last_modified = $5, validators_url = $6, body_hash = $7,
            last_polled_at = $8, last_success_at = $9, last_full_at = $10, last_new_at = $11, last_fate = $12, last_status = $13, last_error = $14,
            failures = $15, rhythm = $16, gone = $17, redirect_to = $18, redirect_since = $19, redirect_sightings = $20,
            site_title = $21, site_link = $22, hub = $23, topic = $24, estimated_loss = $25, poll_memory = $26,
            current_url = coalesce($27, current_url), failing_since = $28, site_id = $29, polls = polls + 1
        WHERE id = $1
        """;

    /// <summary>The arguments of <see cref="UpdateState"/>.</summary>
    public static object?[] StateArguments(long id, FeedState s, string? newUrl) =>
    [
        id, Columns.Ms(s.NextPollAt), s.NextPollReason, s.ETag, s.LastModified, s.ValidatorsUrl, s.BodyHash,
        Columns.Ms(s.LastPolledAt), Columns.Ms(s.LastSuccessAt), Columns.Ms(s.LastFullAt), Columns.Ms(s.LastNewAt), (long?)s.LastFate, s.LastStatus,
        s.LastError,
        s.Failures, Columns.Ms(s.Rhythm), s.Gone, s.RedirectTo, Columns.Ms(s.RedirectSince), s.RedirectSightings,
        s.SiteTitle, s.SiteLink, s.Hub, s.Topic, s.EstimatedLoss, s.PollMemory, newUrl, Columns.Ms(s.FailingSince), s.SiteId,
    ];

    public static Feed Read(Row row) => new()
    {
        Id = row.GetInt64(0),
        Definition = new FeedDefinition(
            row.GetString(1), row.GetString(2), row.GetString(3), Span(row, 4), (FullTextMode)row.GetInt32(5), row.TextOrNull(6), row.Flag(7))
        {
            Reader = (FeedReaderKind?)row.IntOrNull(37),
            Cron = row.TextOrNull(38),
            CronZone = row.TextOrNull(39),
            QuietHours = row.TextOrNull(40),
        },
        CurrentUrl = row.GetString(8),
        Removed = row.Flag(9),
        MergedInto = row.NumberOrNull(36),
        State = ReadState(row),
    };

    public static FetchRecord ReadFetch(Row row) => new()
    {
        At = row.TimeAt(0),
        Fate = (FetchFate)row.GetInt32(1),
        Status = row.IntOrNull(2),
        Conditional = row.Flag(3),
        BytesOnWire = row.GetInt64(4),
        BytesDecoded = row.GetInt64(5),
        Milliseconds = row.GetDouble(6),
        Entries = row.GetInt32(7),
        New = row.GetInt32(8),
        Changed = row.GetInt32(9),
        Error = row.TextOrNull(10),
        NextPollAt = row.TimeAt(11),
        NextPollReason = row.TextOrNull(12),
        ValidatorsChanged = row.Flag(13),
    };

    private static FeedState ReadState(Row row) => new()
    {
        NextPollAt = row.TimeAt(10),
        NextPollReason = row.TextOrNull(11),
        ETag = row.TextOrNull(12),
        LastModified = row.TextOrNull(13),
        ValidatorsUrl = row.TextOrNull(14),
        BodyHash = row.TextOrNull(15),
        LastPolledAt = row.TimeOrNull(16),
        LastSuccessAt = row.TimeOrNull(17),
        LastFullAt = row.TimeOrNull(18),
        LastNewAt = row.TimeOrNull(19),
        LastFate = (FetchFate?)row.IntOrNull(20),
        LastStatus = row.IntOrNull(21),
        LastError = row.TextOrNull(22),
        Failures = row.GetInt32(23),
        Rhythm = Span(row, 24),
        Gone = row.Flag(25),
        RedirectTo = row.TextOrNull(26),
        RedirectSince = row.TimeOrNull(27),
        RedirectSightings = row.GetInt32(28),
        SiteTitle = row.TextOrNull(29),
        SiteLink = row.TextOrNull(30),
        Hub = row.TextOrNull(31),
        Topic = row.TextOrNull(32),
        EstimatedLoss = row.GetInt32(33),
        PollMemory = row.TextOrNull(34),
        FailingSince = row.TimeOrNull(35),
        SiteId = row.TextOrNull(41),
    };

    private static TimeSpan? Span(Row row, int column) => row.NumberOrNull(column) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
}
