using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>The address of a picture, also where the page loads it late and puts a placeholder into <c>src</c>.</summary>
internal static class ImageSource
{
    // The attributes of the widespread lazy loaders (lazysizes, WordPress plugins, LazyLoad.js).
    private static readonly string[] LazyAttributes =
        ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-url", "data-image", "data-url"];
    private static readonly string[] SetAttributes = ["data-srcset", "data-lazy-srcset", "srcset"];

    public static string? Of(Element image, Uri? baseUrl)
    {
        foreach (var name in LazyAttributes)
        {
            if (image.GetAttribute(name) is { Length: > 0 } lazy && LooksLikePicture(lazy) && SafeUrl.Web(lazy, baseUrl) is { } address)
                return address;
        }
        var src = SafeUrl.Image(image.GetAttribute("src"), baseUrl);
        if (src is not null && !IsPlaceholder(src))
            return src;
        foreach (var name in SetAttributes)
        {
            if (image.GetAttribute(name) is { Length: > 0 } set && SafeUrl.Web(FirstOfSet(set), baseUrl) is { } address)
                return address;
        }
        return src;
    }

    private static bool LooksLikePicture(string value) => value[0] is not ('{' or '[') && !value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    // Inline pictures below 1,000 characters are the usual transparent pixels and spinners.
    private static bool IsPlaceholder(string src) => src.StartsWith("data:", StringComparison.Ordinal) && src.Length < 1000;

    private static string FirstOfSet(string set)
    {
        var trimmed = set.AsSpan().Trim();
        var end = trimmed.IndexOfAny(' ', '\n', '\t');
        return (end < 0 ? trimmed : trimmed[..end]).TrimEnd(',').ToString();
    }
}
