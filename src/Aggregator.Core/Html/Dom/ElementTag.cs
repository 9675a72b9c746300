using AngleSharp.Common;
using AngleSharp.Dom;

namespace Aggregator.Html.Dom;

/// <summary>What all elements of one name and namespace share.</summary>
/// <param name="Flags">How the parser treats it, as AngleSharp has it.</param>
/// <param name="Traits">What it means for text; by name alone, as <c>svg</c> is not HTML's own and yet shows no text.</param>
internal sealed record ElementTag(string Name, string NamespaceUri, NodeFlags Flags, TagTraits Traits)
{
    /// <summary>As the parser asks for it, again and again.</summary>
    public StringOrMemory ParserName { get; } = Name;

    public StringOrMemory ParserNamespace { get; } = NamespaceUri;

    public bool IsHtml => ReferenceEquals(NamespaceUri, NamespaceNames.HtmlUri);
}
