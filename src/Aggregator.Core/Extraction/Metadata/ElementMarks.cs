using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>What the attributes of any element say of its part in the page, read in one pass over them.</summary>
internal readonly ref struct ElementMarks
{
    public string? Id { get; private init; }

    public string? ClassName { get; private init; }

    public bool HasRelation { get; private init; }

    /// <summary>A property of microdata.</summary>
    public bool IsProperty { get; private init; }

    /// <summary>An item of microdata that is a live blog.</summary>
    public bool IsLiveBlog { get; private init; }

    public static ElementMarks Of(Element element)
    {
        var attributes = element.Attributes;
        string? id = null, name = null;
        bool relation = false, property = false, liveBlog = false;
        for (var i = attributes.Length - 1; i >= 0; i--)
        {
            var attribute = attributes[i];
            switch (attribute.Name)
            {
                case "id":
                    id = attribute.Value;
                    break;
                case "class":
                    name = attribute.Value;
                    break;
                case "rel":
                    relation = true;
                    break;
                case "itemprop":
                    property = true;
                    break;
                case "itemtype":
                    liveBlog = attribute.Value.EndsWith("/LiveBlogPosting", StringComparison.OrdinalIgnoreCase);
                    break;
            }
        }

        return new ElementMarks { Id = id, ClassName = name, HasRelation = relation, IsProperty = property, IsLiveBlog = liveBlog };
    }

    /// <summary>Its class or its id holds one of the words.</summary>
    public bool IsNamed(WordMatcher words) => words.IsMatch(ClassName) || words.IsMatch(Id);
}
