using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>The identity and content of one entry, worked out from a parsed document.</summary>
public sealed record IdentifiedEntry
{
    /// <summary>Key of the sighting within its feed: trustworthy guid, else link, else hash of title and date.</summary>
    public required string EntryKey { get; init; }

    /// <summary>Key of the article over all feeds: the canonical address, or one made from feed and entry key where there is no link.</summary>
    public required string ArticleKey { get; init; }

    /// <summary>The canonical address of the page; null where there is none that names an article.</summary>
    public string? AddressKey { get; init; }

    /// <summary>Key of the article where others have its address too; null where there is no address that names an article.</summary>
    public string? OwnKey { get; init; }

    /// <summary><see cref="EntryKey"/> made from less, in order, for a feed that used the keys before for another article.</summary>
    public IReadOnlyList<string> LaterKeys { get; init; } = [];

    /// <summary>The feed is of the outlet that the page belongs to.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>The feed's id for the entry; null where it gives none that can be trusted.</summary>
    public string? Id { get; init; }

    /// <summary>Of the link, without <c>#</c>.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>Why the two keys are what they are.</summary>
    public required Decision Identity { get; init; }

    /// <summary>The entry with one more reason for its identity.</summary>
    public IdentifiedEntry With(string evidence) => this with { Identity = Identity with { Evidence = [.. Identity.Evidence, evidence] } };

    /// <summary>SHA-256 over title, texts and authors, hexadecimal: what counts as a change.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The page's address, absolute http or https; null when the entry names none that may be fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Registrable domain of <see cref="Url"/>, or of the feed where there is none.</summary>
    public required string Outlet { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The feed gives no title; <see cref="Title"/> is a stand-in, which never replaces a title that the page gave.</summary>
    public bool IsUntitled { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The claimed date, clamped and with its source; never null: first-seen stands in.</summary>
    public required ClaimedDate Published { get; init; }

    public ClaimedDate? Updated { get; init; }

    /// <summary>Plain text, at most some hundred characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The feed's own full or partial text as sanitised HTML.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The feed's own text, plain.</summary>
    public string Text { get; init; } = "";

    /// <summary><see cref="Text"/> stood in a content element, and not in a summary.</summary>
    public bool IsContent { get; init; }

    /// <summary>The feed shows a question for a password where the text, or the rest of it, would be.</summary>
    public bool Paywalled { get; init; }

    public string? Language { get; init; }

    public string? Image { get; init; }

    /// <summary>The files that go with the entry, in the feed's order.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The page is to be fetched; else the feed's text is the article and it goes straight to assignment.</summary>
    public required bool ReadPage { get; init; }

    /// <summary>The fate to record when <see cref="ReadPage"/> is false.</summary>
    public ReadFate Fate { get; init; } = ReadFate.Pending;
}
