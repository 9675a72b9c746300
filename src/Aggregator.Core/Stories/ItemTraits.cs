namespace Aggregator.Stories;

/// <summary>What an entry says of itself beside its address: the evidence whether two entries at one address are one article.</summary>
/// <param name="id">The feed's id for it; null where it gives none that can be trusted.</param>
/// <param name="fragment">Of its link, without <c>#</c>; empty where there is none.</param>
/// <param name="date">When it says it was published or changed; null where it does not.</param>
/// <param name="text">Plain text; asked for only where nothing else decides.</param>
public sealed class ItemTraits(string? id, string fragment, string title, DateTimeOffset? date, Func<string> text)
{
    private readonly Lazy<WordSet> _title = new(() => WordSet.Of(title));
    private readonly Lazy<WordSet> _text = new(() => WordSet.Of(text()));

    public string? Id => id;

    public string Fragment => fragment;

    public DateTimeOffset? Date => date;

    internal int TextWords => _text.Value.Count;

    internal Resemblance TitleLike(ItemTraits other) => _title.Value.LikeTitle(other._title.Value);

    internal Resemblance TextLike(ItemTraits other) => _text.Value.LikeText(other._text.Value);
}
