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
        var outlet = page.OutletKeys;
        foreach (var source in (ReadOnlySpan<Func<PageData, IEnumerable<Claim>>>)[FromJsonLd, FromMetas, FromMicrodata])
        {
            var people = new List<string>();
            foreach (var (name, isPerson) in source(page))
            {
                foreach (var clean in AuthorNames.Clean([name]))
                    (isPerson && !AuthorNames.IsAccount(clean) && !TitleParts.IsOutlet(clean, outlet) ? people : organisations).Add(clean);
            }

            if (people.Count > 0)
                return Distinct(people);
        }

        var visible = Bylines.Read(page);
        return visible.Count > 0 ? visible : Distinct(organisations.Take(1));
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

    private static IEnumerable<Claim> FromMetas(PageData page)
    {
        var survey = page.Survey;
        foreach (var name in AuthorMetas)
        {
            foreach (var value in survey.Metas(name))
                yield return new Claim(value, true);
            if (survey.Metas(name).Any(value => AuthorNames.Clean([value]).Any(clean => !AuthorNames.IsAccount(clean) && !TitleParts.IsOutlet(clean, page.OutletKeys))))
                yield break;
        }

        // bibliographic metas give one author each, family name first
        foreach (var value in survey.Metas("citation_author"))
            yield return new Claim(value.Split(',', StringSplitOptions.TrimEntries) is [var family, var given] ? $"{given} {family}" : value, true);
        // Twitter's free labels are also used for reading times
        if (survey.Meta("twitter:data1") is { } data && survey.Meta("twitter:label1") is { } label && (Vocabulary.Byline.IsMatch(label) || Vocabulary.StartsLikeByline(label)))
            yield return new Claim(data, true);
    }

    private static IEnumerable<Claim> FromMicrodata(PageData page)
    {
        foreach (var found in page.Survey.Properties)
        {
            if (!page.Places.IsOwn(found) || found.Element.GetAttribute("itemprop") is not { } names || !names.Split(' ').Any(name => name is "author" or "creator"))
                continue;
            var name = found.Element.QuerySelector("[itemprop~=name]");
            yield return new Claim(name is null ? found.Element.GetAttribute("content") ?? ElementText.Of(found.Element) : name.GetAttribute("content") ?? ElementText.Of(name), true);
        }
    }

    private readonly record struct Claim(string Name, bool IsPerson);
}
