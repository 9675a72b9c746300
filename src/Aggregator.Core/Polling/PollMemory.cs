using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>
/// What the policy keeps between polls beside the named fields of <see cref="FeedState"/>: a 304 carries no document, so hints must be remembered.
/// </summary>
internal sealed record PollMemory
{
    /// <summary>Seconds; a 304 without freshness keeps the stored one (RFC 9111 §4.3.4).</summary>
    public double? Fresh { get; init; }

    public string? FreshSource { get; init; }

    /// <summary>Minutes.</summary>
    public double? Ttl { get; init; }

    /// <summary>Minutes.</summary>
    public double? Update { get; init; }

    public int[]? SkipHours { get; init; }

    public int[]? SkipDays { get; init; }

    public Activity? Activity { get; init; }

    /// <summary>Share of the last polls that found nothing new, 0–1, the latest weighing most.</summary>
    public double? SeenShare { get; init; }

    /// <summary>What the controller multiplies the estimate by.</summary>
    public double? Correction { get; init; }

    /// <summary>Entries that the document holds.</summary>
    public int? Window { get; init; }

    /// <summary>Minutes after which entries are in danger of leaving the document unseen.</summary>
    public double? SafeMinutes { get; init; }

    /// <summary>Days between two entries in the newer half of the last document; null where it holds fewer than four dates.</summary>
    public double? UsualGap { get; init; }

    /// <summary>Where the last document says that the feed has moved; it stands as long as the document does.</summary>
    public string? MovedTo { get; init; }

    /// <summary>When a feed that has validators was last asked without them.</summary>
    public DateTimeOffset? FullTriedAt { get; init; }

    /// <summary>Which validators are sent; null for both.</summary>
    public SentValidators? Sends { get; init; }

    /// <summary>The form of the entity tag for which <see cref="Sends"/> was learnt.</summary>
    public string? Form { get; init; }

    /// <summary>New entries may hide behind a 304 (<see cref="LatePosts"/>).</summary>
    public bool? Late { get; init; }

    /// <summary>What was told of a broken memory is forgotten: it only costs the hints until the next document.</summary>
    public static PollMemory Read(string? text)
    {
        try
        {
            var memory = text is null ? new() : JsonSerializer.Deserialize(text, PollMemoryJson.Default.PollMemory) ?? new();
            return memory.Activity is { Hours.Length: not 24 } ? memory with { Activity = null } : memory;
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public string Write() => JsonSerializer.Serialize(this, PollMemoryJson.Default.PollMemory);

    /// <summary>Takes over what a fresh answer says and keeps what it does not speak of.</summary>
    public PollMemory With(PollObservation seen)
    {
        var next = this;
        if (seen.Status != 304 || seen.Freshness.Lifetime is not null)
            next = next with { Fresh = seen.Freshness.Lifetime?.TotalSeconds, FreshSource = seen.Freshness.Source };
        next = next with { UsualGap = FeedTrouble.UsualGap(seen.EntryDates) ?? UsualGap };
        return seen.Hints is not { } hints ? next : next with
        {
            MovedTo = seen.MovedTo,
            Late = LatePosts.AreHiddenBy(seen.Generator) ? true : null,
            Ttl = hints.Ttl?.TotalMinutes,
            Update = hints.UpdateInterval?.TotalMinutes,
            SkipHours = hints.SkipHours.Count == 0 ? null : [.. hints.SkipHours],
            SkipDays = hints.SkipDays.Count == 0 ? null : [.. hints.SkipDays.Select(d => (int)d)],
        };
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PollMemory))]
internal sealed partial class PollMemoryJson : JsonSerializerContext;
