using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>What a conditional request carries.</summary>
public enum SentValidators
{
    /// <summary>Whatever of the two is known, as RFC 9110 section 13.1 has it.</summary>
    Both,

    /// <summary>Only the date of the last change.</summary>
    Date,

    /// <summary>Only the entity tag.</summary>
    Tag,

    /// <summary>The request is unconditional.</summary>
    None,
}

/// <summary>
/// Which of a feed's two validators its server understands. Some want both to match and never see the tag that they gave out, since a proxy that
/// compresses makes it weak or lengthens it (WordPress behind nginx with gzip): then the date alone brings a 304, where both bring the whole feed.
/// </summary>
internal static class ValidatorChoice
{
    private static readonly string[] Codings = ["gzip", "br", "zstd", "deflate", "df"];

    /// <summary>
    /// An unchanged document in spite of a condition teaches to try the next way: the date, then the tag, then both again. What brings a 304 stays, until
    /// the tag has another form, which means another server or proxy.
    /// </summary>
    public static PollMemory Learn(PollMemory memory, FeedState before, PollObservation seen)
    {
        if (seen.Status is not (200 or 203))
            return memory;
        if (seen.ETag is null || seen.LastModified is null || (memory.Form is not null && memory.Form != FormOf(seen.ETag)))
            return memory with { Sends = null, Form = null };
        var unchanged = seen.BodyHash is not null && seen.BodyHash == before.BodyHash
            && (seen.ETag, seen.LastModified) == (before.ETag, before.LastModified);
        return seen.Conditional && unchanged ? memory with { Sends = Next(memory.Sends), Form = FormOf(seen.ETag) } : memory;
    }

    private static SentValidators? Next(SentValidators? sent) => sent switch
    {
        SentValidators.Date => SentValidators.Tag,
        SentValidators.Tag => null,
        _ => SentValidators.Date,
    };

    private static bool EndsIn(string tag, string coding) =>
        tag.Length > coding.Length && tag.EndsWith(coding, StringComparison.Ordinal) && !char.IsLetterOrDigit(tag[^(coding.Length + 1)]);

    /// <summary>What proxies change of a tag: whether it is weak, and the content coding at its end.</summary>
    private static string FormOf(string tag)
    {
        var weak = tag.StartsWith("W/", StringComparison.OrdinalIgnoreCase) ? "W/" : "";
        var inner = tag[weak.Length..].Trim('"');
        return weak + Array.Find(Codings, coding => EndsIn(inner, coding));
    }
}
