using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Model;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// When the article was published and last changed. Order of trust: JSON-LD, meta elements that mean publication, microdata, a day in the address, dates near
/// the headline, vaguer meta elements, other visible dates, the page's title, state in scripts; then the date of the last change, as the nearest
/// thing known; last a month in the address.
/// </summary>
internal static class Dates
{
    public static ClaimedDate? Published(PageData page) => Locate(page, FindPublished(page));

    public static ClaimedDate? Modified(PageData page) => Locate(page, FindModified(page));

    /// <summary>
    /// Whether <c>03/04/2024</c> is the fourth of March: in American English. "en" without a country counts as American unless the address is British,
    /// Irish, Indian, Australian or of another country that writes the day first.
    /// </summary>
    internal static bool MonthFirst(PageData page)
    {
        var language = PageLanguage.Normalize(page.Survey.DeclaredLanguage) ?? "en";
        if (language is not ("en" or "en-us"))
            return false;
        var domain = OutletZones.DomainOf(page);
        return domain is "us" || !OutletZones.IsCountry(domain);
    }

    private static ClaimedDate? Locate(PageData page, ClaimedDate? date) => date is null ? null : LocalDay.Locate(date, OutletZones.Find(page));

    private static ClaimedDate? FindModified(PageData page) =>
        FromJsonLd(page, "dateModified") ?? FromMetas(page, DateMarks.ModifiedMetas) ?? FromMicrodata(page, "dateModified");

    private static ClaimedDate? FindPublished(PageData page)
    {
        if ((FromJsonLd(page, "datePublished") ?? FromMetas(page, DateMarks.PublishedMetas) ?? FromMicrodata(page, "datePublished")) is { } declared)
            return Reconcile(declared, new VisibleDates(page, MonthFirst(page), nearOnly: true));

        var visible = new VisibleDates(page, MonthFirst(page));
        return FromUrl(page, DatePrecision.Day)
            ?? Claim(visible.Best(VisibleDates.Sure), "text")
            ?? FromNamedMetas(page)
            ?? FromJsonLd(page, "dateCreated")
            ?? FromMetas(page, DateMarks.VagueMetas)
            ?? Claim(visible.Best(VisibleDates.Certain, updated: true), "text")
            ?? Claim(visible.Best(VisibleDates.Likely), "text")
            ?? Claim(OfTitle(page.Survey.DocumentTitle), "title")
            ?? Claim(StateDates.Read(page.Survey.Scripts), "script")
            ?? Claim(visible.Best(VisibleDates.Likely, updated: true), "text")
            ?? FromMetas(page, DateMarks.ModifiedMetas)
            ?? FromJsonLd(page, "dateModified")
            ?? FromUrl(page, DatePrecision.Month)
            ?? Claim(visible.Best(VisibleDates.Faint), "text");
    }

    private static ReadDate? OfTitle(string title) =>
        DateText.ReadAll(title, monthFirst: false, most: 1) is [var date] && !DateInProse.IsSubject(title, date, " | ", " - ", " – ", " — ", ": ", " · ", " • ")
            ? date.Date
            : null;

    /// <summary>
    /// An article cannot have been seen before it was published: an unmistakable date beside the headline that lies before the declared one in every
    /// zone means that the declared one is that of a new edition or of a move to another system.
    /// </summary>
    private static ClaimedDate Reconcile(ClaimedDate declared, VisibleDates visible)
    {
        if (visible.Best(VisibleDates.Unmistakable) is { } shown && LocalDay.IsBefore(shown, declared) && !IsTransposed(declared, shown))
            return new ClaimedDate(shown.Instant, shown.Precision, "text");
        return LocalDay.MayShift(declared) ? LocalDay.Align(declared, visible.Best(VisibleDates.Certain)) : declared;
    }

    /// <summary>Whether the shown day is the declared one in the other order of day and month; then both say the same.</summary>
    private static bool IsTransposed(ClaimedDate declared, ReadDate shown) =>
        (declared.Instant.Year, declared.Instant.Month, declared.Instant.Day) == (shown.Instant.Year, shown.Instant.Day, shown.Instant.Month);

    private static ClaimedDate? FromJsonLd(PageData page, string property) => Claim(DateText.Read(page.ArticleText(property)), "json-ld");

    private static ClaimedDate? FromMetas(PageData page, string[] names)
    {
        foreach (var name in names)
        {
            if (DateText.Read(page.Survey.Meta(name)) is { } date)
                return Claim(date, "meta:" + name);
        }

        return null;
    }

    private static ClaimedDate? FromNamedMetas(PageData page)
    {
        foreach (var (name, contents) in page.Survey.AllMetas)
        {
            if (DateMarks.PublishedMetaParts.IsMatch(name) && DateText.Read(contents[0]) is { } date)
                return Claim(date, "meta:" + name.ToLowerInvariant());
        }

        return null;
    }

    private static ClaimedDate? FromMicrodata(PageData page, string property)
    {
        foreach (var found in page.Survey.Properties)
        {
            if (page.Places.IsOwn(found)
                && found.Element.GetAttribute("itemprop") is { } names
                && names.Contains(property, StringComparison.OrdinalIgnoreCase)
                && ReadElement(found.Element) is { } date)
            {
                return Claim(date, "microdata");
            }
        }

        return null;
    }

    private static ClaimedDate? FromUrl(PageData page, DatePrecision precision) =>
        UrlDates.Read(page.Url) is { } date && date.Precision == precision ? Claim(date, "url") : null;

    private static ReadDate? ReadElement(Element element) =>
        DateText.Read(element.GetAttribute("datetime"))
            ?? DateText.Read(element.GetAttribute("content"))
            ?? DateText.Read(element.GetAttribute("title"))
            ?? DateText.Read(VisibleText.Of(element));

    private static ClaimedDate? Claim(ReadDate? date, string source) => date is { } read ? new ClaimedDate(read.Instant, read.Precision, source) : null;
}
