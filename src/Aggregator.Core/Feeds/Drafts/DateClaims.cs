using Aggregator.Model;
using Aggregator.Text.Dates;

namespace Aggregator.Feeds.Drafts;

/// <summary>The dates that one item or feed claims, by role; the first claim of a role stands.</summary>
internal sealed class DateClaims
{
    private ClaimedDate? _published;
    private ClaimedDate? _updated;
    private ClaimedDate? _created;
    private ClaimedDate? _open;

    public void Published(string? text, string source) => _published ??= FeedDates.Parse(text, source);

    public void Updated(string? text, string source) => _updated ??= FeedDates.Parse(text, source);

    /// <summary>When a thing was made, which is a publication date only where nothing better is given.</summary>
    public void Created(string? text, string source) => _created ??= FeedDates.Parse(text, source);

    /// <summary>A date whose role the format leaves open (<c>dc:date</c>).</summary>
    public void Open(string? text, string source) => _open ??= FeedDates.Parse(text, source);

    /// <summary>The open date fills the role that is free: publication first, since that is what feeds without another date mean by it.</summary>
    public ClaimedDate? PublishedResult => _published ?? _open ?? _created;

    public ClaimedDate? UpdatedResult => _updated ?? (_published is null ? null : _open);
}
