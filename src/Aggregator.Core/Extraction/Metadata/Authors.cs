using System.Text.Json;
using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// Who wrote the article. Order of trust: people in JSON-LD, in meta elements, in microdata, bylines near the headline; then an organisation that
/// JSON-LD or a meta element names as the author.
/// </summary>
internal static class Authors
{
    /// <returns>The names, and whether they are a guess from what readers see: no field states them.</returns>
    public static (IReadOnlyList<string> Names, bool Guessed) Read(PageData page)
    {
        var organisations = new List<string>();
        foreach (var claims in FromMetas(page).Prepend(FromJsonLd(page)).Append(FromMicrodata(page)))
        {
            var names = Accept(page, claims, organisations);
            if (names.Count > 0)
                return (Completed(names, page), false);
        }

        var visible = Bylines.Read(page);
        if (visible.Count > 0)
            return (visible, true);
        return WrittenBy(page) is { } writer
            ? ([writer], true)
            : organisations.Count > 0
            ? (Distinct(organisations.Take(1)), true)
            : StateAuthors.Read(page.Survey.Scripts) is { } author
            ? ([author], true)
            : ([], false);
    }

    /// <summary>
    /// A first name alone, completed by the byline that readers see. (A byline that merely names more people was tried too: those are mostly
    /// reviewers, and it was wrong more often than right.)
    /// </summary>
    private static List<string> Completed(List<string> names, PageData page) =>
        names is [var first] && !first.Contains(' ') && Bylines.Read(page) is [var full] && full.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase)
            ? [full]
            : names;

    /// <summary>The names of one source if there is a person among them; otherwise adds them to the organisations.</summary>
    private static List<string> Accept(PageData page, IEnumerable<Claim> claims, List<string> organisations)
    {
        var all = new List<string>();
        var people = 0;
        foreach (var claim in claims)
        {
            var names = claim.IsField ? AuthorNames.FromField([claim.Name]) : AuthorNames.FromText([claim.Name]);
            // "outlet.com, Frankfurt, Germany" is an imprint
            var isImprint = names.Count > 1 && TitleParts.IsOutlet(names[0], page.OutletKeys);
            foreach (var name in names)
            {
                var isPerson = claim.IsPerson
                    && !isImprint
                    && !AuthorNames.IsAccount(name)
                    && !TitleParts.IsOutlet(name, page.OutletKeys)
                    && !HoldsCopyright(page, name);
                people += isPerson ? 1 : 0;
                // the outlet behind a comma is a person's employer; as an author of its own, or beside an agency ("AFP/The Local"), it stays
                if (isPerson || names.Count == 1 || claim.Name.Contains('/'))
                    all.Add(name);
                else
                    organisations.Add(name);
            }
        }

        if (people > 0)
            return Distinct(all);
        organisations.InsertRange(0, all);
        return [];
    }

    /// <summary>"This post was written by Vanessa Mendez, MD, gastroenterologist": a description that says who wrote.</summary>
    private static string? WrittenBy(PageData page)
    {
        const string mark = " written by ";
        if (page.Survey.Meta("description", "og:description") is not { } text
            || text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is var at && at is < 0 or > 40)
        {
            return null;
        }

        var rest = text[(at + mark.Length)..];
        var end = rest.IndexOf(". ", StringComparison.Ordinal);
        return AuthorNames.FromText([(end > 0 ? rest[..end] : rest).TrimEnd('.')]) is [var name, ..] && name.Contains(' ') && AuthorNames.LooksLikeName(name)
            ? name
            : null;
    }

    /// <summary>Some templates name the publishing house in the author field too.</summary>
    private static bool HoldsCopyright(PageData page, string name) =>
        page.Survey.Meta("copyright", "dcterms.rightsholder") is { } holder && holder.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static List<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<Claim> FromJsonLd(PageData page)
    {
        if (page.Article is not { } article)
            yield break;
        foreach (var property in new[] { "author", "creator" })
        {
            var any = false;
            foreach (var author in page.JsonLd.Values(article, property))
            {
                var isPerson = !JsonLd.HasType(author, type => type.EndsWith("Organization", StringComparison.Ordinal) || type is "Corporation");
                foreach (var name in NamesOf(author))
                {
                    any = true;
                    yield return new Claim(name, isPerson);
                }
            }

            if (any)
                yield break;
        }
    }

    private static IEnumerable<string> NamesOf(JsonElement author)
    {
        if (author.ValueKind != JsonValueKind.Object)
            return JsonLd.Text(author) is { } text ? [text] : [];
        if (!author.TryGetProperty("name", out var name))
            return JsonLd.Text(author, "familyName") is { } family ? [$"{JsonLd.Text(author, "givenName")} {family}".Trim()] : [];
        return name.ValueKind == JsonValueKind.Array
            ? name.EnumerateArray().Select(JsonLd.Text).OfType<string>()
            : JsonLd.Text(name) is { } single
            ? [single]
            : [];
    }

    private static IEnumerable<IEnumerable<Claim>> FromMetas(PageData page)
    {
        var survey = page.Survey;
        foreach (var name in AuthorWords.Metas)
        {
            if (survey.Metas(name) is { Count: > 0 } values)
                yield return values.Select(value => new Claim(value, true));
        }

        foreach (var (name, values) in survey.AllMetas)
        {
            if (AuthorWords.MetaParts.IsMatch(name) && !AuthorWords.OtherMetaParts.IsMatch(name) && AuthorNames.LooksLikeName(values[0]))
                yield return [new Claim(values[0], true)];
        }

        // bibliographic metas give one author each, family name first
        yield return survey.Metas("citation_author")
            .Select(value => new Claim(value.Split(',', StringSplitOptions.TrimEntries) is [var family, var given] ? $"{given} {family}" : value, true));
        // Twitter's free labels are also used for reading times
        foreach (var number in new[] { "1", "2" })
        {
            if (survey.Meta("twitter:data" + number) is { } data
                && survey.Meta("twitter:label" + number) is { } label
                && (PartWords.Byline.IsMatch(label) || AuthorWords.StartsLikeByline(label)))
            {
                yield return [new Claim(data, true)];
            }
        }
    }

    private static IEnumerable<Claim> FromMicrodata(PageData page)
    {
        foreach (var found in page.Survey.Properties)
        {
            if (!(page.Places.IsOwn(found) || page.Places.IsBesideHeadline(found))
                || page.Places.IsInComments(found)
                || found.Element.GetAttribute("itemprop") is not { } names
                || !names.Split(' ').Any(name => name is "author" or "creator"))
            {
                continue;
            }

            var name = found.Element.Elements()
                .FirstOrDefault(element => element.GetAttribute("itemprop") is { } property && property.Split((char[]?)null).Contains("name"));
            yield return new Claim(name is null
                ? found.Element.GetAttribute("content") ?? VisibleText.Of(found.Element)
                : name.GetAttribute("content") ?? VisibleText.Of(name),
                true, IsField: false);
        }
    }

    /// <param name="IsField">The value is meant for machines and holds names only.</param>
    private readonly record struct Claim(string Name, bool IsPerson, bool IsField = true);
}
