using AngleSharp.Html.Parser.Tokens.Struct;

namespace Aggregator.Html;

/// <summary>
/// Attributes that neither text nor metadata nor sanitised HTML ever look at, and that the parser need not keep: event handlers, the geometry of
/// drawings, hints to the browser's loader.
/// </summary>
internal static class UnreadAttributes
{
    public static bool IsRead(ref StructHtmlToken token, ReadOnlyMemory<char> name)
    {
        var span = name.Span;
        return span.Length switch
        {
            > 5 when span.StartsWith("aria-", StringComparison.OrdinalIgnoreCase) => span is "aria-hidden" or "aria-label",
            > 2 when span[0] is 'o' or 'O' && span[1] is 'n' or 'N' => false,
            _ => span is not ("d" or "fill" or "points" or "transform" or "viewBox" or "viewbox" or "stroke" or "xmlns" or "sizes" or "target" or "tabindex"
                or "integrity" or "nonce" or "crossorigin" or "loading" or "decoding" or "fetchpriority" or "referrerpolicy" or "srcdoc" or "ping"),
        };
    }
}
