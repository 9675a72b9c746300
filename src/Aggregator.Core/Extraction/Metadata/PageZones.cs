namespace Aggregator.Extraction.Metadata;

/// <summary>Where on the page an element stands.</summary>
[Flags]
internal enum PageZones
{
    None = 0,
    Article = 1,
    Main = 2,
    Header = 4,
    Nav = 8,
    Aside = 16,
    Footer = 32,

    /// <summary>Comments, related stories, boxes: told by class or id.</summary>
    Noise = 64,
    Figure = 128,
    Link = 256,
}

internal static class PageZonesExtensions
{
    /// <summary>Zones whose content usually is not the article's own.</summary>
    public const PageZones Foreign = PageZones.Nav | PageZones.Aside | PageZones.Footer | PageZones.Noise | PageZones.Figure;
}
