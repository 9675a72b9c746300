using AngleSharp;
using AngleSharp.Dom;

namespace Aggregator.Html.Dom;

/// <summary>The tags of one namespace that were met, so that an element costs one look-up by name. Not for several threads at once.</summary>
internal sealed class TagTable
{
    /// <summary>HTML and SVG have some 200 names; a page that invents more pays for each.</summary>
    private const int MaxKept = 2048;

    private static readonly IDocument Model = BrowsingContext.New().OpenNewAsync().GetAwaiter().GetResult();

    private readonly string _namespaceUri;
    private readonly Dictionary<string, ElementTag> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElementTag>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TagTable(string namespaceUri)
    {
        _namespaceUri = namespaceUri;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ElementTag this[ReadOnlySpan<char> name] => _lookup.TryGetValue(name, out var tag) ? tag : Add(name.ToString());

    private ElementTag Add(string name)
    {
        var tag = new ElementTag(name, _namespaceUri, FlagsOf(name), Tags.Of(name));
        if (_known.Count < MaxKept)
            _known.Add(name, tag);
        return tag;
    }

    /// <summary>AngleSharp's parser asks each element for flags that only its own elements know.</summary>
    private NodeFlags FlagsOf(string name)
    {
        lock (Model)
        {
            try
            {
                return ((INode)Model.CreateElement(_namespaceUri, name)).Flags;
            }
            catch (DomException)
            {
                // Names that markup may have and scripts may not make.
                return ((INode)Model.CreateElement(_namespaceUri, "x-unknown")).Flags;
            }
        }
    }
}
