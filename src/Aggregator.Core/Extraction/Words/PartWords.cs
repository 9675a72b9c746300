using System.Collections.Frozen;

namespace Aggregator.Extraction.Words;

/// <summary>The words by which pages name the parts that metadata is read from. Data only; matched inside <c>class</c>, <c>id</c> and similar names.</summary>
internal static class PartWords
{
    public static readonly WordMatcher ScreenReaderOnly =
        new("visually-hidden", "visuallyhidden", "sr-only", "screen-reader", "screenreader", "aural", "u-hidden", "is-hidden");

    /// <summary>Parts that belong to other pages or to readers, not to the article.</summary>
    public static readonly WordMatcher Noise = new(
        "comment", "disqus", "related", "recommend", "sidebar", "side-bar", "widget-area", "widget_", "widgets", "popular", "most-read", "mostread",
        "trending", "newsletter", "promo",
        "teaser", "carousel", "slider", "breadcrumb", "cookie", "consent", "read-more", "readmore", "more-stories", "latest-news", "next-article", "up-next",
        "nav-", "navbar", "menu", "modal", "popup", "sponsor", "outbrain", "taboola");

    public static readonly WordMatcher Byline = new(
        "author", "byline", "by-line", "writer", "autor", "auteur", "redakt", "reporter", "journalist", "contributor", "creator", "posted-by", "postedby",
        "written", "signature", "forfatter",
        "kirjoittaja", "schrijver", "verfasser");

    /// <summary>Boxes and lists that name several people or tell of one at length.</summary>
    public static readonly WordMatcher AuthorBox = new("bio", "about", "box", "card", "related", "more-from", "image", "avatar", "photo", "social",
        "title", "role", "job", "description", "date", "time", "comment");

    public static readonly WordMatcher Date = new("date", "time", "publish", "posted", "datum", "fecha", "created", "dateline", "zeit", "byline", "meta");

    public static readonly WordMatcher Updated = new("updat", "modif", "revis", "edited", "aktualis", "geändert", "änderung", "actualis", "actualiz",
        "mis à jour", "aggiornat", "atualizad", "bijgewerkt", "gewijzigd", "oppdatert", "uppdaterad", "opdateret", "päivitetty", "zaktualizowan",
        "обновлен", "更新", "수정");

    public static readonly WordMatcher Published = new("publi", "posted", "veröffentlicht", "erstellt", "datum", "stand", "created", "released",
        "gepostet", "geplaatst", "fecha", "pubblicat", "опубликован", "发布", "公開", "掲載", "입력", "написано");

    /// <summary>Dates that are not the article's: events, other people's words, the law.</summary>
    public static readonly WordMatcher OtherDate =
        new("copyright", "©", "registriert", "joined", "member since", "expires", "deadline", "retrieved", "abgerufen", "event");

    public static readonly WordMatcher Crumb = new("breadcrumb", "seotitle", "seo-title");

    public static readonly WordMatcher Logo =
        new("logo", "site-title", "sitetitle", "site-name", "sitename", "brand", "masthead", "blog-title", "blogtitle", "site-heading");

    public static readonly WordMatcher Headline =
        new("headline", "entry-title", "post-title", "article-title", "article__title", "post__title", "entry__title", "story-title", "page-title", "title");

    /// <summary>Parts of addresses that lead to the page of a person.</summary>
    public static readonly WordMatcher AuthorAddress = new("/author", "/autor", "/auteur", "/writer", "/contributor", "/journalist", "/reporter",
        "/profile/", "/people/", "/person/", "/staff/", "/team/", "/redakt", "/editors/", "/newsteam/", "/by/", "/profil/");

    /// <summary>What bylines begin with. A word is followed by a space, a colon or the end of the text.</summary>
    public static readonly string[] BylineStarts =
    [
        "by", "written by", "posted by", "published by", "article by", "words by", "story by", "text by", "von", "text von", "verfasst von",
        "geschrieben von", "ein beitrag von", "ein artikel von", "erstellt von", "beitrag von", "blog beitrag von", "interview", "interview von",
        "alles von", "alle artikel von", "veröffentlicht von", "pressemitteilung von", "im wortlaut von", "all posts by", "view all posts by",
        "more from", "more by", "vom", "publicado por", "publié par", "pubblicato da", "geplaatst door", "par", "écrit par", "por", "escrito por", "di",
        "scritto da",
        "this post was written by", "this article was written by", "article written by", "door", "av", "af", "skrevet av", "author", "authors", "author(s)",
        "autor", "autoren", "autorin", "auteur", "auteurs", "text", "texte", "reporter", "penulis", "tác giả", "yazar", "autore", "автор", "текст", "作者",
        "文", "記者", "投稿者", "責任編集", "责任编辑", "redaktion:", "contributors", "contributor",
    ];

    /// <summary>By first letter, as every short text of a page is asked.</summary>
    private static readonly FrozenDictionary<char, string[]> ByFirstLetter = BylineStarts.GroupBy(start => start[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static bool StartsLikeByline(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !ByFirstLetter.TryGetValue(char.ToLowerInvariant(text[0]), out var starts))
            return false;
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (text.Length == start.Length || text[start.Length] is ' ' or ':' or '\u00A0' or '：' or '\n'))
            {
                return true;
            }
        }

        return false;
    }
}
