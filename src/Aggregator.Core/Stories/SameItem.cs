namespace Aggregator.Stories;

/// <summary>Where the second of two entries at one address was met.</summary>
public enum MetIn
{
    /// <summary>In the same document, so both are there at once.</summary>
    Document,

    /// <summary>In a later document of the same feed.</summary>
    LaterPoll,

    /// <summary>In another feed of the outlet that the address belongs to.</summary>
    OtherFeed,

    /// <summary>In a feed of somebody else, who names the page in words of his own.</summary>
    ForeignFeed,
}

/// <param name="Same">Both are one article.</param>
/// <param name="Reason">A sentence for people.</param>
public readonly record struct ItemVerdict(bool Same, string Reason);

/// <summary>
/// Whether two entries that share an address are one article printed again or two articles at one address (warnings, daily pages, status boards,
/// comments). No single field decides: RSS leaves every element of an item optional, ids are counted up by some publishers for the same article and kept by
/// others for the next one.
/// </summary>
public static class SameItem
{
    // A text of fewer words ("Read more", "Listen now") stands below many headlines.
    private const int TellingText = 8;

    public static ItemVerdict Judge(ItemTraits known, ItemTraits entry, MetIn where)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(entry);
        var id = IdsOf(known.Id, entry.Id);
        var title = known.TitleLike(entry);
        if (where == MetIn.ForeignFeed)
            return new(true, "a feed of another outlet names the page");
        if (known.Fragment != entry.Fragment)
            return JudgeParts(known, entry, id, title);
        if (id == Ids.Same)
            return new(true, "the feed's id is the same");
        if (id == Ids.CountedUp)
            return new(true, "the feed's id is the same but for its count");
        var date = DatesOf(known, entry);
        var text = known.TextLike(entry);
        return title >= Resemblance.Near ? JudgeLikeTitles(id, date, title, text, where) : JudgeOtherTitles(known, entry, id, date, text, where);
    }

    /// <summary>Whether an id that leads to another address now still means what it meant: a corrected link, not the next article under a position.</summary>
    public static bool KeepsMeaning(ItemTraits known, ItemTraits entry)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(entry);
        return known.TitleLike(entry) >= Resemblance.Near || known.TextLike(entry) >= Resemblance.Near || DatesOf(known, entry) == Dates.Same;
    }

    // Two places in one page, such as comments, are two items unless they say the same.
    private static ItemVerdict JudgeParts(ItemTraits known, ItemTraits entry, Ids id, Resemblance title)
    {
        var text = title >= Resemblance.Near ? known.TextLike(entry) : Resemblance.Far;
        return text >= Resemblance.Near || (text == Resemblance.Unknown && id != Ids.Other)
            ? new(true, "title and text are alike, though the links lead to two places in the page")
            : new(false, "the links lead to two places in the page, and what is said differs");
    }

    private static ItemVerdict JudgeLikeTitles(Ids id, Dates date, Resemblance title, Resemblance text, MetIn where)
    {
        if (text >= Resemblance.Near)
            return new(true, "title and text are alike");
        if (date == Dates.Same)
            return new(true, "title and date are alike");
        if (where == MetIn.OtherFeed)
            return new(true, "the titles are alike");
        if (date == Dates.Unknown)
            return id == Ids.Other && text == Resemblance.Far ? new(false, "id and text differ") : new(true, "the titles are alike");
        if (where == MetIn.Document)
            return new(false, "two dates stand in one document");
        return id == Ids.Other && (text == Resemblance.Far || title == Resemblance.Near)
            ? new(false, "id and date differ, and the text is not the same")
            : new(true, "the titles are alike, and no id says otherwise");
    }

    private static ItemVerdict JudgeOtherTitles(ItemTraits known, ItemTraits entry, Ids id, Dates date, Resemblance text, MetIn where)
    {
        if (text >= Resemblance.Near && (date == Dates.Same || Math.Min(known.TextWords, entry.TextWords) >= TellingText))
            return new(true, "the text is alike under another title");
        if (where == MetIn.Document)
            return new(false, "two titles stand in one document");
        if (where == MetIn.OtherFeed && date == Dates.Same)
            return new(true, "the date is the same");
        if (id == Ids.Other)
            return new(false, "id, title and text differ");
        return date == Dates.Other && text == Resemblance.Far
            ? new(false, "title, date and text differ")
            : new(true, "no id, date or text says otherwise");
    }

    private static Dates DatesOf(ItemTraits known, ItemTraits entry) =>
        known.Date is not { } a || entry.Date is not { } b ? Dates.Unknown : a == b ? Dates.Same : Dates.Other;

    private static Ids IdsOf(string? a, string? b)
    {
        if (a is null || b is null)
            return Ids.Unknown;
        if (a == b)
            return Ids.Same;
        // One large publisher writes the address and a fragment that counts how often it was printed: …/c0a1b2#0, …/c0a1b2#3.
        var (baseOfA, countOfA) = Split(a);
        var (baseOfB, countOfB) = Split(b);
        return baseOfA.Length > 0 && baseOfA == baseOfB && IsCount(countOfA) && IsCount(countOfB) ? Ids.CountedUp : Ids.Other;
    }

    private static (string Base, string Count) Split(string id) => id.LastIndexOf('#') is >= 0 and var at ? (id[..at], id[(at + 1)..]) : (id, "");

    private static bool IsCount(string text) => text.All(char.IsAsciiDigit);

    private enum Ids
    {
        Unknown,
        Same,
        CountedUp,
        Other,
    }

    private enum Dates
    {
        Unknown,
        Same,
        Other,
    }
}
