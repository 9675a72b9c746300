using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>What the head of a page says its title is, and how far a heading agrees with it.</summary>
internal sealed class TitleClaims
{
    /// <summary>Points of agreement: the whole of a claim, a piece of it, a claim with a kicker before or a subtitle after, a part of either.</summary>
    public const int WholeMatch = 10, PieceMatch = 9, ExtendedMatch = 7, PartMatch = 5;

    /// <summary>Letters and digits; shorter claims are found inside other titles by chance.</summary>
    private const int MinClaim = 12;

    private const string Bar = " | ";

    private readonly List<string> _claims = [];
    private readonly List<string> _keys = [];
    private readonly List<(string Text, string Key)> _pieces = [];
    private readonly IReadOnlyList<string> _outletKeys;
    private bool _hasDocumentTitle;
    private List<HashSet<string>>? _words;

    private TitleClaims(IReadOnlyList<string> outletKeys) => _outletKeys = outletKeys;

    public static TitleClaims Of(PageData page)
    {
        var claims = new TitleClaims(page.OutletKeys);
        claims.Add(page.ArticleText("headline"));
        claims.Add(page.Survey.Meta("og:title"));
        claims.Add(page.Survey.Meta("twitter:title", "dc.title", "sailthru.title", "parsely-title", "title", "headline"));
        var declared = claims._claims.Count;
        claims.Add(page.Survey.DocumentTitle);
        claims._hasDocumentTitle = claims._claims.Count > declared;
        return claims;
    }

    /// <summary>The best title that the head declares, without the outlet's name.</summary>
    public string? Declared()
    {
        foreach (var claim in _claims)
        {
            var title = TitleParts.WithoutOutlet(claim, _outletKeys);
            if (!TitleParts.IsOutlet(title, _outletKeys))
                return title;
        }

        return _claims.Count > 0 ? _claims[0] : null;
    }

    public bool IsOutlet(string text) => TitleParts.IsOutlet(text, _outletKeys) || (_claims.Count > 0 && IsTail(TitleParts.Key(text)));

    public int Support(string key)
    {
        if (_keys.Contains(key))
            return WholeMatch;
        var best = 0;
        foreach (var (_, piece) in _pieces)
        {
            if (piece == key)
                return PieceMatch;
        }

        foreach (var claim in _keys)
        {
            if (claim.Length >= MinClaim && (key.EndsWith(claim, StringComparison.Ordinal) || key.StartsWith(claim, StringComparison.Ordinal)))
                best = Math.Max(best, ExtendedMatch);
            else if (key.Length >= MinClaim && claim.Contains(key, StringComparison.Ordinal))
                best = Math.Max(best, PartMatch);
        }

        foreach (var (_, piece) in _pieces)
        {
            if (best < PartMatch && piece.Length >= MinClaim && key.Contains(piece, StringComparison.Ordinal))
                best = PartMatch;
        }

        return best;
    }

    /// <summary>
    /// Takes off a heading what templates add to it: what stands behind a bar, the outlet's name, a kicker or a subtitle that the head leaves out,
    /// capitals.
    /// </summary>
    public string Trim(string heading)
    {
        // a bar joins parts of a template and never those of a sentence
        if (heading.IndexOf(Bar, StringComparison.Ordinal) is > MinClaim and var bar)
            heading = heading[..bar];
        var title = TrimParts(TitleParts.WithoutOutlet(heading, _outletKeys, knownOnly: true));
        return IsCapitals(title) && _keys.IndexOf(TitleParts.Key(title)) is >= 0 and var same ? _claims[same] : title;
    }

    private static bool IsCapitals(string title)
    {
        foreach (var c in title)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        }

        return true;
    }

    /// <summary>Takes a kicker or a subtitle off a heading where the head declares the headline without it.</summary>
    private string TrimParts(string heading)
    {
        var key = TitleParts.Key(heading);
        var whole = _keys.IndexOf(key);
        // "EuroleagueNach": the kicker is glued to the headline where a margin parts them, and the claim has them apart
        if (whole >= 0)
            return Words(_claims[whole]) > Words(heading) ? _claims[whole] : heading;
        if (_pieces.Any(piece => piece.Key == key))
            return heading;

        string? best = null;
        var bestLength = MinClaim;
        for (var i = 0; i < _claims.Count; i++)
        {
            if (_keys[i].Length <= bestLength || IsCut(_claims[i]))
                continue;
            if ((key.EndsWith(_keys[i], StringComparison.Ordinal) && !IsJoined(heading, key.Length - _keys[i].Length))
                || (key.StartsWith(_keys[i], StringComparison.Ordinal) && !IsJoined(heading, _keys[i].Length)))
            {
                (best, bestLength) = (_claims[i], _keys[i].Length);
            }
        }

        foreach (var (text, piece) in _pieces)
        {
            if (piece.Length > bestLength
                && piece.Length * 2 > key.Length
                && key.Length > piece.Length
                && key.EndsWith(piece, StringComparison.Ordinal)
                && !IsJoined(heading, key.Length - piece.Length))
            {
                (best, bestLength) = (text, piece.Length);
            }
        }

        return best ?? heading;
    }

    /// <summary>A declared headline other than the given one: where the heading is a crumb of the navigation, made for search engines.</summary>
    public string? Other(string heading)
    {
        var key = TitleParts.Key(heading);
        for (var i = 0; i < _claims.Count - (_hasDocumentTitle ? 1 : 0); i++)
        {
            if (_keys[i] != key && !IsCut(_claims[i]) && !_keys[i].StartsWith(key, StringComparison.Ordinal))
                return TitleParts.WithoutOutlet(_claims[i], _outletKeys);
        }

        return null;
    }

    /// <summary>The share of the heading's words that a claim has too, of the shorter of both; 1 without claims.</summary>
    public double Overlap(string heading)
    {
        if (_claims.Count == 0)
            return 1;
        _words ??= [.. _claims.Select(WordsOf)];
        var words = WordsOf(heading);
        var best = 0.0;
        foreach (var others in _words)
        {
            var shorter = Math.Min(words.Count, others.Count);
            if (shorter == 0)
                continue;
            var common = 0;
            foreach (var word in words)
                common += others.Contains(word) ? 1 : 0;
            best = Math.Max(best, (double)common / shorter);
        }

        return best;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.AsSpan().Split(' '))
        {
            if (TitleParts.Key(text.AsSpan()[part]) is { Length: > 0 } word)
                words.Add(word);
        }

        return words;
    }

    private static int Words(string text) => text.AsSpan().Count(' ');

    /// <summary>A colon joins the parts of one headline ("Pure Leere": …); a kicker ends without one.</summary>
    private static bool IsJoined(string heading, int keyLength)
    {
        var seen = 0;
        for (var i = 0; i < heading.Length; i++)
        {
            if (char.IsLetterOrDigit(heading[i]) && ++seen > keyLength)
                return false;
            if (seen == keyLength && i > 0 && heading[i] is ':' or '：' && heading[i - 1] != ' ')
                return true;
        }

        return false;
    }

    private static bool IsCut(string claim) => claim.EndsWith('…') || claim.EndsWith("...", StringComparison.Ordinal);

    /// <summary>The last piece of the document's title, when it has several: what outlets put there is their name.</summary>
    private bool IsTail(string key) =>
        _pieces.Count > 0
            && _keys.Any(claim => claim.Length > key.Length && claim.EndsWith(key, StringComparison.Ordinal))
            && _pieces.Any(piece => piece.Key == key)
            && key.Length * 2 < _keys[^1].Length;

    private void Add(string? title)
    {
        var text = VisibleText.Collapse(title);
        var key = TitleParts.Key(text);
        if (key.Length == 0 || TitleParts.IsOutlet(text, _outletKeys))
            return;
        _claims.Add(text);
        _keys.Add(key);
        foreach (var piece in TitleParts.Pieces(text))
            _pieces.Add((piece, TitleParts.Key(piece)));
    }
}
