using System.Collections.Frozen;

namespace Aggregator.Extraction.Words;

/// <summary>The words that tell names from what stands beside them. Data only.</summary>
internal static class AuthorWords
{
    public static readonly string[] Joiners = [" and ", " und ", " et ", " y ", " & ", " AND ", " And ", " og ", " och ", " i ", " ve ", " e ", " en "];

    /// <summary>Says author inside the name of a meta element that is in no list, and what such a name says of other things.</summary>
    public static readonly WordMatcher AuthorName = new("author", "autor", "byline");

    public static readonly WordMatcher NoAuthorName =
        new("url", "id", "image", "img", "link", "page", "twitter", "facebook", "photo", "avatar", "bio", "type", "authority", "title", "email", "citation");

    /// <summary>Keys of state in scripts.</summary>
    public static readonly string[] StateKeys =
        ["pagePostAuthor", "page_author", "articleAuthor", "article_author", "authorName", "author_name", "postAuthor", "post_author", "postedBy"];

    public static readonly string[] PortraitStarts =
        ["picture of ", "photo of ", "avatar of ", "image of ", "portrait of ", "foto von ", "bild von ", "photo de ", "foto de "];

    /// <summary>Where the people who did not write the article follow.</summary>
    public static readonly string[] OtherPeople =
    [
        "reviewed by", "medically reviewed", "edited by", "updated by", "fact checked", "fact-checked", "translated", "photos by", "photo by",
        "photography by", "illustrat", "übersetz", "fotos:", "foto:", "bearbeitet von",
    ];

    /// <summary>Where a name ends and something else begins.</summary>
    public static readonly string[] TailMarks =
    [
        " last updated", " last modified", " @", " published", " updated", " posted", " created", " in ", " on ", " am ", " at ", " - ", " – ", " — ",
        " for ", " um ", " vom ", " le ", " (", "<", " min read", " read more", " follow", " is a ", " is the ", " is an ",
        " ist ", " special to", " contributing", " freelance", " view all", " aktualisiert", " veröffentlicht", " verified", " expert",
    ];

    public static readonly FrozenSet<string> Credentials = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "MD", "PhD", "DVM", "RD", "RDN", "RN", "MBA", "MPH", "MS", "MSc", "MA", "BA", "BSc", "LCSW", "JD", "Esq", "CPA", "CFP", "CFA", "FACLM", "FAAP", "DO",
        "DDS", "PharmD", "NP", "CPT", "CSCS", "LDN", "EdD", "PsyD", "VMD", "DACVB", "Jr", "Sr", "II", "III", "BSN", "MRCGP", "FRCGP", "DABOM", "FOMA",
        "ABPP", "CNS", "LMFT", "LPC");

    /// <summary>Labels that stand where a name could.</summary>
    public static readonly FrozenSet<string> NoNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "author", "authors", "no author", "the author", "about the author", "about the authors", "about", "byline", "written by", "posted by", "share",
        "follow", "contact", "subscribe", "comments", "comment", "read more",
        "more", "all posts", "view profile", "profile", "bio", "home", "news", "print", "email", "e-mail", "facebook", "twitter", "instagram", "linkedin",
        "autor", "autoren", "über den autor", "über die autorin", "anonymous", "unknown",
        "none", "null", "undefined", "n", "a", "guest", "website", "contributors", "meet the author", "image", "getty images", "photo", "source", "editor",
        "reporter", "writer", "our authors", "our team", "team", "see more", "sign up", "log in", "login", "sign in", "register", "search", "menu",
        "view bio", "full bio", "read full bio", "learn more", "website", "advertisement", "autor*in", "text", "reply", "says", "stand", "profil",
        "posted", "published", "google", "signaturen", "human", "staff", "by", "updated", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat",
        "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag", "sonntag");

    /// <summary>Words of labels and sentences that no name has.</summary>
    public static readonly FrozenSet<string> NotInNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "about", "all", "posts", "post", "more", "read", "see", "view", "articles", "your", "our", "you", "this", "that", "is", "was", "are", "has",
        "with", "from", "how", "why", "what", "share", "follow", "subscribe", "comment", "comments", "minutes", "minute", "ago", "click", "here",
        "profile", "mehr", "alle", "beiträge", "zur", "zum", "artikelübersicht", "neueste", "antworten", "suche", "seite", "contactar", "wortlaut",
        "nachricht", "über", "zum", "ist", "und", "authors", "writers", "editorial", "policy", "guidelines", "contact", "login", "to", "become", "meet",
        "write");

    /// <summary>Classes of elements that hold a name and nothing else.</summary>
    public static readonly FrozenSet<string> ExactNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "author", "byline", "author-name", "author__name", "byline-name", "byline__name", "byline-author", "byline__author", "post-author", "entry-author",
        "article-author", "p-author", "vcard", "fn", "username", "authorname", "post-author-name", "article__author");

    public static readonly FrozenSet<string> Particles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "de", "del", "della", "di", "da", "do", "dos", "das", "du", "van", "von", "der", "den", "ter", "ten", "la", "le", "el", "al", "bin", "ibn", "bint",
        "zu", "zur", "vom", "y", "e", "af", "av", "of", "und", "dr.", "prof.", "mag.", "dpa", "afp", "st.");

    /// <summary>Names of accounts that publish for everybody.</summary>
    public static readonly FrozenSet<string> Accounts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "admin", "administrator", "webmaster", "editor", "user", "root", "wordpress", "wpadmin", "info", "support", "test", "superuser", "siteadmin",
        "web admin", "developer", "redakteur", "nachrichten");

    public static readonly FrozenSet<string> Roles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "editor", "writer", "reporter", "correspondent", "columnist", "contributor", "director", "manager", "producer", "journalist", "author", "redakteur",
        "redakteurin", "chefredakteur", "korrespondent", "autor", "autorin", "founder", "CEO", "CTO", "analyst", "specialist", "strategist", "president",
        "intern", "expert", "consultant", "educator", "educators", "photographer", "fotograf", "head", "coordinator", "columnists", "officer",
        "engineer", "scientist", "professor", "marketing", "content");

    /// <summary>What jobs begin with: "Senior Writer" is a job, "Paul Writer" might be a man.</summary>
    public static readonly WordMatcher RoleStarts = new("senior", "staff", "chief", "managing", "deputy", "associate", "assistant", "lead", "head",
        "content", "freelance", "contributing", "guest", "news", "political", "science", "technology", "business", "sports", "executive", "vice",
        "marketing", "product", "research", "former", "co-", "extension", "creative", "editor", "digital", "web", "copy", "blog", "political", "foreign",
        "national", "team");
}
