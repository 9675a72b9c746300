using System.Collections.Frozen;

namespace Aggregator.Html.Dom;

/// <summary>What an element's name means for text and for output.</summary>
[Flags]
internal enum TagTraits
{
    None = 0,

    /// <summary>Begins and ends a line of text.</summary>
    Block = 1,

    /// <summary>Carries nothing that a reader reads: left out with all that is in it.</summary>
    Opaque = 2,

    Heading = 4,

    /// <summary>Holds inline content only; a block inside loses its tag.</summary>
    Phrasing = 8,

    /// <summary>May stand in sanitised output.</summary>
    Allowed = 16,

    /// <summary>Has no end tag.</summary>
    Void = 32,

    /// <summary>A part of a table that is valid only in its own parent.</summary>
    TablePart = 64,

    /// <summary>White space is kept.</summary>
    Preformatted = 128,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, TagTraits> All = Build();

    public static TagTraits Of(string localName) => All.GetValueOrDefault(localName);

    private static FrozenDictionary<string, TagTraits> Build()
    {
        var all = new Dictionary<string, TagTraits>(StringComparer.Ordinal);
        Add("script style template iframe object embed applet noembed noframes frameset frame textarea select option optgroup "
            + "datalist button input svg math title head canvas map area dialog meta link base param progress meter", TagTraits.Opaque);
        // AMP's time of a post: how long ago, which scripts write, and until then often bare seconds.
        Add("amp-timeago", TagTraits.Opaque);
        Add("html body main article section header footer nav aside form fieldset legend address center dir menu hgroup "
            + "noscript search", TagTraits.Block);
        Add("div blockquote ul ol li dl dt dd figure figcaption details summary", TagTraits.Block | TagTraits.Allowed);
        Add("table", TagTraits.Block | TagTraits.Allowed);
        Add("caption thead tbody tfoot tr td th", TagTraits.Block | TagTraits.Allowed | TagTraits.TablePart);
        Add("colgroup col", TagTraits.Opaque);
        Add("h1 h2 h3 h4 h5 h6", TagTraits.Block | TagTraits.Allowed | TagTraits.Heading | TagTraits.Phrasing);
        Add("p", TagTraits.Block | TagTraits.Allowed);
        Add("pre", TagTraits.Block | TagTraits.Allowed | TagTraits.Phrasing | TagTraits.Preformatted);
        Add("listing xmp plaintext", TagTraits.Block | TagTraits.Preformatted);
        Add("a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby rt rp s samp small span strong sub sup time u var", TagTraits.Allowed);
        Add("br hr img wbr", TagTraits.Allowed | TagTraits.Void);
        all["hr"] |= TagTraits.Block;
        Add("video audio", TagTraits.Allowed);
        Add("source", TagTraits.Allowed | TagTraits.Void);
        return all.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string names, TagTraits traits)
        {
            foreach (var name in names.Split(' '))
                all[name] = traits;
        }
    }
}
