using System.Text.Json.Serialization;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Api;

/// <summary>How a feed fares, in one word.</summary>
public enum FeedHealth
{
    /// <summary>Not polled yet.</summary>
    New,
    Ok,

    /// <summary>The last poll failed.</summary>
    Failing,

    /// <summary>No poll has succeeded for 30 days. It is polled on, once a day.</summary>
    Dead,

    /// <summary>It answers, but has published nothing for far longer than it used to.</summary>
    Silent,

    /// <summary>Its host answered 410, or the feed said that it has ended: no more polls.</summary>
    Gone,

    /// <summary>It has moved to the address of another listed feed, which is polled for both.</summary>
    Merged,
    Disabled,
    Removed,
}

/// <summary>A feed with its schedule and health.</summary>
public sealed record FeedResponse
{
    public required string Id { get; init; }

    /// <summary>As its owner wrote it down.</summary>
    public required string Url { get; init; }

    /// <summary>The address that is really polled.</summary>
    public required string CurrentUrl { get; init; }

    public required string Title { get; init; }

    public required string Category { get; init; }

    /// <summary>The shortest time between polls that the owner wants; null for the service's own choice.</summary>
    public required double? IntervalMinutes { get; init; }

    public required FullTextMode FullText { get; init; }

    public required string? Language { get; init; }

    /// <summary>Which library reads its documents; null for the service's setting.</summary>
    public required FeedReaderKind? Reader { get; init; }

    /// <summary>Times of polls besides its rhythm, as five fields of cron; null for none.</summary>
    public required string? Cron { get; init; }

    /// <summary>The zone whose clocks cron means; null for UTC.</summary>
    public required string? CronZone { get; init; }

    /// <summary>Hours without polls; null for the service's setting.</summary>
    public required string? QuietHours { get; init; }

    public required FeedHealth Health { get; init; }

    /// <summary>What is the matter with the feed, in words for its owner; null when nothing is.</summary>
    public required string? Trouble { get; init; }

    /// <summary>The feed that is polled in its place; null unless merged.</summary>
    public required string? MergedInto { get; init; }

    public required DateTimeOffset? NextPollAt { get; init; }

    /// <summary>Why then.</summary>
    public required string? NextPollReason { get; init; }

    public required DateTimeOffset? LastPolledAt { get; init; }

    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When a poll last brought a new entry.</summary>
    public required DateTimeOffset? LastNewAt { get; init; }

    public required FetchFate? LastFate { get; init; }

    public required int? LastStatus { get; init; }

    public required string? LastError { get; init; }

    /// <summary>Failures in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>Since when no poll has succeeded; null while they do.</summary>
    public required DateTimeOffset? FailingSince { get; init; }

    /// <summary>Minutes between polls that the feed's own publishing asks for, as learnt so far; publisher, owner and courtesy may lengthen it.</summary>
    public required double? RhythmMinutes { get; init; }

    /// <summary>Entries that may have been missed so far, because the feed moved on between two polls.</summary>
    public required int EstimatedLoss { get; init; }

    /// <summary>Where permanent redirects lead at present; adopted when they last.</summary>
    public required string? RedirectTo { get; init; }

    public required string? SiteTitle { get; init; }

    public required string? SiteLink { get; init; }

    public required string? Hub { get; init; }

    public static FeedResponse From(Feed feed, DateTimeOffset now)
    {
        var trouble = feed.Removed || feed.Definition.Disabled || feed.MergedInto is not null ? null : FeedTrouble.Of(feed.State, now);
        var health = HealthOf(feed, trouble);
        var polled = health is not (FeedHealth.Gone or FeedHealth.Merged or FeedHealth.Disabled or FeedHealth.Removed);
        return new FeedResponse
        {
            Id = ArticleResponse.Text64(feed.Id),
            Url = feed.Definition.Url,
            CurrentUrl = feed.CurrentUrl,
            Title = feed.Definition.Title,
            Category = feed.Definition.Category,
            IntervalMinutes = feed.Definition.Interval?.TotalMinutes,
            FullText = feed.Definition.FullText,
            Language = feed.Definition.Language,
            Reader = feed.Definition.Reader,
            Cron = feed.Definition.Cron,
            CronZone = feed.Definition.CronZone,
            QuietHours = feed.Definition.QuietHours,
            Health = health,
            Trouble = trouble?.Why,
            MergedInto = feed.MergedInto is { } other ? ArticleResponse.Text64(other) : null,
            NextPollAt = polled ? feed.State.NextPollAt : null,
            // of a feed that is not polled any more: why not
            NextPollReason = polled || health is FeedHealth.Gone or FeedHealth.Merged ? feed.State.NextPollReason : null,
            LastPolledAt = feed.State.LastPolledAt,
            LastSuccessAt = feed.State.LastSuccessAt,
            LastNewAt = feed.State.LastNewAt,
            LastFate = feed.State.LastFate,
            LastStatus = feed.State.LastStatus,
            LastError = feed.State.LastError,
            Failures = feed.State.Failures,
            FailingSince = feed.State.FailingSince,
            RhythmMinutes = feed.State.Rhythm is { } rhythm ? Math.Round(rhythm.TotalMinutes, 1) : null,
            EstimatedLoss = feed.State.EstimatedLoss,
            RedirectTo = feed.State.RedirectTo,
            SiteTitle = feed.State.SiteTitle,
            SiteLink = feed.State.SiteLink,
            Hub = feed.State.Hub,
        };
    }

    public static FeedHealth HealthOf(Feed feed, DateTimeOffset now) => HealthOf(feed, FeedTrouble.Of(feed.State, now));

    private static FeedHealth HealthOf(Feed feed, FeedTrouble? trouble) =>
        feed.Removed ? FeedHealth.Removed
        : feed.Definition.Disabled ? FeedHealth.Disabled
        : feed.MergedInto is not null ? FeedHealth.Merged
        : trouble is not null ? trouble.Kind switch
        {
            FeedTroubleKind.Failing => FeedHealth.Failing,
            FeedTroubleKind.Dead => FeedHealth.Dead,
            FeedTroubleKind.Silent => FeedHealth.Silent,
            FeedTroubleKind.Gone => FeedHealth.Gone,
            _ => throw new System.Diagnostics.UnreachableException(),
        }
        : feed.State.LastPolledAt is null ? FeedHealth.New
        : FeedHealth.Ok;
}

/// <summary>A feed to add, or the fields of one to change (absent fields stay as they are).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeedRequest
{
    /// <summary>Absolute http or https address.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Category { get; init; }

    /// <summary>The shortest time between polls, 1 to 10,080 minutes.</summary>
    public double? IntervalMinutes { get; init; }

    /// <summary>Whether article pages are fetched: auto, always or never.</summary>
    public FullTextMode? FullText { get; init; }

    public string? Language { get; init; }

    public bool? Disabled { get; init; }

    /// <summary>Which library reads its documents: own or codehollow.</summary>
    public FeedReaderKind? Reader { get; init; }

    /// <summary>Times of polls besides its rhythm, as five fields of cron such as <c>30 6 * * 1-5</c>; an empty text for none.</summary>
    public string? Cron { get; init; }

    /// <summary>The zone whose clocks cron means, such as <c>Europe/Berlin</c>; an empty text for UTC.</summary>
    public string? CronZone { get; init; }

    /// <summary>Hours without polls such as <c>23:00-06:00 Europe/Berlin</c>, or <c>none</c>; an empty text for the service's setting.</summary>
    public string? QuietHours { get; init; }
}

/// <summary>An address of a page or feed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DiscoverRequest(string? Url);
