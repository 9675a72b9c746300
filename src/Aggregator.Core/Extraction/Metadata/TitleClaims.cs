namespace Aggregator.Extraction.Metadata;

/// <summary>What the head of a page says its title is, and how far a heading agrees with it.</summary>
internal sealed class TitleClaims
{
    /// <summary>Points of agreement: the whole of a claim, a piece of it, a claim with a kicker before or a subtitle after, a part of either.</summary>
    public const int WholeMatch = 10, PieceMatch = 9, ExtendedMatch = 7, PartMatch = 5, WordMatch = 3;

    /// <summary>Letters and digits; shorter claims are found inside other titles by chance.</summary>
    private const int MinClaim = 12;

    private readonly List<string> _claims = [];
    private readonly List<string> _keys = [];
    private readonly List<(string Text, string Key)> _pieces = [];
    private readonly IReadOnlyList<string> _outletKeys;

    private TitleClaims(IReadOnlyList<string> outletKeys) => _outletKeys = outletKeys;

    public static TitleClaims Of(PageData page)
    {
        var claims = new TitleClaims(page.OutletKeys);
        claims.Add(page.ArticleText("headline"));
        claims.Add(page.Survey.Meta("og:title"));
        claims.Add(page.Survey.Meta("twitter:title", "dc.title", "sailthru.title", "parsely-title", "title", "headline"));
        claims.Add(page.Survey.DocumentTitle);
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

        return _claims.FirstOrDefault();
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

    /// <summary>Takes a kicker or a subtitle off a heading where the head declares the headline without it.</summary>
    public string Trim(string heading)
    {
        var key = TitleParts.Key(heading);
        if (_keys.Contains(key))
            return heading;
        string? best = null;
        var bestLength = MinClaim;
        for (var i = 0; i < _claims.Count; i++)
        {
            if (_keys[i].Length > bestLength && (key.EndsWith(_keys[i], StringComparison.Ordinal) || key.StartsWith(_keys[i], StringComparison.Ordinal)))
                (best, bestLength) = (_claims[i], _keys[i].Length);
        }

        foreach (var (text, piece) in _pieces)
        {
            if (piece.Length > bestLength && key.Length > piece.Length && key.EndsWith(piece, StringComparison.Ordinal))
                (best, bestLength) = (text, piece.Length);
        }

        return best ?? heading;
    }

    /// <summary>The last piece of the document's title, when it has several: what outlets put there is their name.</summary>
    private bool IsTail(string key) => _pieces.Count > 0 && _keys.Any(claim => claim.Length > key.Length && claim.EndsWith(key, StringComparison.Ordinal)) && _pieces.Any(piece => piece.Key == key) && key.Length * 2 < _keys[^1].Length;

    private void Add(string? title)
    {
        var text = ElementText.Collapse(title);
        var key = TitleParts.Key(text);
        if (key.Length == 0 || TitleParts.IsOutlet(text, _outletKeys))
            return;
        _claims.Add(text);
        _keys.Add(key);
        foreach (var piece in TitleParts.Pieces(text))
            _pieces.Add((piece, TitleParts.Key(piece)));
    }
}
