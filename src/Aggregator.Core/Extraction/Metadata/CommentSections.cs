using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>Tells what readers wrote below an article: whoever is named there is not its author.</summary>
internal static class CommentSections
{
    /// <param name="isAroundHeadline">A part that holds the headline is the article's, whatever it is called ("comments-open").</param>
    public static bool Hold(Element element, Func<Element, bool> isAroundHeadline)
    {
        for (var part = element; part is not null && part.LocalName is not ("body" or "html" or "main"); part = part.ParentElement)
        {
            if (isAroundHeadline(part))
                return false;
            if (IsNamed(part) || StandsBelowHeading(part))
                return true;
        }

        return false;
    }

    private static bool IsNamed(Element part)
    {
        foreach (var attribute in part.Attributes)
        {
            switch (attribute.Name)
            {
                case "class" or "id" or "itemprop" or "aria-label" or "data-testid" or "role" when NamesComments(attribute.Value):
                case "itemtype" when attribute.Value.EndsWith("Comment", StringComparison.Ordinal):
                case "itemtype" when attribute.Value.EndsWith("UserComments", StringComparison.Ordinal):
                    return true;
            }
        }

        return false;
    }

    private static bool NamesComments(string value)
    {
        if (!PartWords.Comments.IsMatch(value))
            return false;
        foreach (var name in value.Split(' '))
        {
            // "has-comments" and "comments-open" are said of the article, "comment-count" is a link to the comments.
            if (PartWords.Comments.IsMatch(name) && !PartWords.AboutComments.IsMatch(name))
                return true;
        }

        return false;
    }

    /// <summary>A heading such as "3 comments" stands before it, among its siblings, and no other heading in between.</summary>
    private static bool StandsBelowHeading(Element part)
    {
        if (part.Parent is not { } parent)
            return false;
        var siblings = parent.ChildNodes;
        for (var i = parent.IndexOf(part) - 1; i >= 0; i--)
        {
            if (siblings[i] is Element { LocalName: "h1" or "h2" or "h3" or "h4" } heading)
                return IsHeading(VisibleText.Of(heading));
        }

        return false;
    }

    private static bool IsHeading(string text) => text.Length < 60 && AuthorWords.CommentHeadings.Contains(text.Trim([.. " ():.0123456789"]));
}
