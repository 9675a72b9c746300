using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

/// <summary>Reads what a page says about its article, each field by its own order of trust, from one walk over the parsed page.</summary>
internal static class MetadataReader
{
    public static PageMetadata Read(PageSurvey survey, JsonLd jsonLd, PageContext context)
    {
        var page = new PageData(context.Url, survey, jsonLd);
        var authors = Authors.Read(page);
        return new PageMetadata
        {
            Title = page.Headline.Text,
            Authors = authors.Names,
            AuthorsGuessed = authors.Guessed,
            Published = Dates.Published(page),
            Modified = Dates.Modified(page),
            Language = PageLanguage.Read(page),
            SiteName = page.OutletName,
            CanonicalUrl = DeclaredAddresses.Canonical(page),
            Description = Descriptions.Summary(page),
            Image = DeclaredAddresses.Image(page),
            Section = Descriptions.Section(page),
            Tags = Descriptions.Tags(page),
            Paywalled = Flags.Paywalled(page),
            LiveBlog = Flags.LiveBlog(page),
            NoArchive = Flags.NoArchive(page),
        };
    }
}
