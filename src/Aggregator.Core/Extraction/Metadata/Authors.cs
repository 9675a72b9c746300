using System.Text.Json;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// Who wrote the article. Order of trust: people in JSON-LD, in meta elements, in microdata, bylines near the headline; then an organisation that
/// JSON-LD or a meta element names as the author.
/// </summary>
internal static class Authors
{
    private static readonly string[] AuthorMetas =
    [
        "author", "article:author", "byl", "article:author_name", "article:byline", "authors", "dc.creator", "dcterms.creator", "cxenseparse:author", "parsely-author", "sailthru.author", "rnews:author",
        "og:article:author", "article_author", "sailthru.byline_name", "twitter:misc:written by",
    ];

    public static IReadOnlyList<string> Read(PageData page)
    {
        var organisations = new List<string>();
        foreach (var claims in FromMetas(page).Prepend(FromJsonLd(page)).Append(FromMicrodata(page)))
        {
            var names = Accept(page, claims, organisations);
            if (names.Count > 0)
                return Completed(names, page);
        }

        var visible = Bylines.Read(page);
        return visible.Count > 0 ? visible : Distinct(organisations.Take(1));
    }

    /// <summary>
    /// A first name alone, completed by the byline that readers see. (A byline that merely names more people was tried too: those are mostly
    /// reviewers, and it was wrong more often than right.)
    /// </summary>
    private static List<string> Completed(List<string> names, PageData page) =>
        names is [var first] && !first.Contains(' ') && Bylines.Read(page) is [var full] && full.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase) ? [full] : names;

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
                var isPerson = claim.IsPerson && !isImprint && !AuthorNames.IsAccount(name) && !TitleParts.IsOutlet(name, page.OutletKeys);
                people += isPerson ? 1 : 0;
                // the outlet behind a comma is a person's employer; as an author of its own it stays
                if (isPerson || names.Count == 1)
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
        return name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Select(JsonLd.Text).OfType<string>() : JsonLd.Text(name) is { } single ? [single] : [];
    }

    private static IEnumerable<IEnumerable<Claim>> FromMetas(PageData page)
    {
        var survey = page.Survey;
        foreach (var name in AuthorMetas)
        {
            if (survey.Metas(name) is { Count: > 0 } values)
                yield return values.Select(value => new Claim(value, true));
        }

        // bibliographic metas give one author each, family name first
        yield return survey.Metas("citation_author").Select(value => new Claim(value.Split(',', StringSplitOptions.TrimEntries) is [var family, var given] ? $"{given} {family}" : value, true));
        // Twitter's free labels are also used for reading times
        if (survey.Meta("twitter:data1") is { } data && survey.Meta("twitter:label1") is { } label && (Vocabulary.Byline.IsMatch(label) || Vocabulary.StartsLikeByline(label)))
            yield return [new Claim(data, true)];
    }

    private static IEnumerable<Claim> FromMicrodata(PageData page)
    {
        foreach (var found in page.Survey.Properties)
        {
            if (!page.Places.IsOwn(found) || found.Element.GetAttribute("itemprop") is not { } names || !names.Split(' ').Any(name => name is "author" or "creator"))
                continue;
            var name = found.Element.QuerySelector("[itemprop~=name]");
            yield return new Claim(name is null ? found.Element.GetAttribute("content") ?? ElementText.Of(found.Element) : name.GetAttribute("content") ?? ElementText.Of(name), true, IsField: false);
        }
    }

    /// <param name="IsField">The value is meant for machines and holds names only.</param>
    private readonly record struct Claim(string Name, bool IsPerson, bool IsField = true);
}
