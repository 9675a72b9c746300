namespace Aggregator.Html;

/// <summary>Which addresses may leave in sanitised HTML, and their one written form.</summary>
internal static class SafeUrl
{
    private static readonly string[] ImageData = ["data:image/png;base64,", "data:image/gif;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];

    /// <summary>http, https and mailto.</summary>
    public static string? Link(string? value, Uri? baseUrl) => Resolve(value, baseUrl, mail: true);

    /// <summary>http and https.</summary>
    public static string? Web(string? value, Uri? baseUrl) => Resolve(value, baseUrl, mail: false);

    /// <summary>http, https, and data of picture types that cannot carry a script (so not SVG).</summary>
    public static string? Image(string? value, Uri? baseUrl)
    {
        if (value is null || !value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return Web(value, baseUrl);
        foreach (var prefix in ImageData)
        {
            if (value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && IsBase64(value.AsSpan(prefix.Length)))
                return string.Concat(prefix, value.AsSpan(prefix.Length));
        }
        return null;
    }

    private static string? Resolve(string? value, Uri? baseUrl, bool mail)
    {
        if (value is null)
            return null;
        var clean = Clean(value);
        if (clean.Length == 0 && baseUrl is null)
            return null;
        if (!HasScheme(clean) && !clean.StartsWith("//", StringComparison.Ordinal) && baseUrl is null)
            return IsPlainRelative(clean) ? clean : null;
        if (clean.StartsWith("//", StringComparison.Ordinal) && baseUrl is null)
            clean = "https:" + clean;
        var parsed = HasScheme(clean) ? Uri.TryCreate(clean, UriKind.Absolute, out var absolute) : Uri.TryCreate(baseUrl, clean, out absolute);
        if (!parsed || absolute is null)
            return null;
        if (absolute.Scheme is not ("http" or "https") && !(mail && absolute.Scheme == "mailto"))
            return null;
        if (absolute.Scheme != "mailto" && absolute.Host.Length == 0)
            return null;
        return Accept(absolute);
    }

    /// <summary>The form that reads back as itself; none if two readings differ, since then nobody knows where it leads.</summary>
    private static string? Accept(Uri uri)
    {
        var once = uri.AbsoluteUri;
        return once == uri.OriginalString || Uri.TryCreate(once, UriKind.Absolute, out var again) && again.AbsoluteUri == once && again.Scheme == uri.Scheme
            ? once
            : null;
    }

    /// <summary>Browsers drop line breaks and tabs anywhere in an address and blanks and controls around it (URL standard).</summary>
    private static string Clean(string value)
    {
        var trimmed = value.AsSpan().Trim();
        var needs = false;
        foreach (var c in trimmed)
            needs |= c < ' ' || c == '\x7f' || char.IsControl(c) || c == '\\' || c is '\u200b' or '\ufeff' or '\u00ad';
        return needs
            ? string.Concat(trimmed.ToString().Where(c => !char.IsControl(c) && c is not ('\u200b' or '\ufeff' or '\u00ad'))).Replace('\\', '/').Trim()
            : trimmed.ToString();
    }

    private static bool HasScheme(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && value.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    private static bool IsPlainRelative(string value) => value.All(c => c is > ' ' and not ('"' or '<' or '>' or '`' or '\\'));

    private static bool IsBase64(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '='))
                return false;
        }
        return value.Length > 0;
    }
}
