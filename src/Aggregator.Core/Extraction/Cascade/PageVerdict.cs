using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;
using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>
/// Says what a page is if it is no article. Each rule needs two signs at once, and little text: on the open corpora (1,670 article pages) a wrong
/// verdict costs an article, a missed one only a useless line.
/// </summary>
internal static class PageVerdict
{
    /// <summary>Error pages and walls explain themselves in a few sentences.</summary>
    private const int MaxNotice = 700;

    /// <summary>Shorter than the shortest news of the open corpora (one sentence of 60 characters).</summary>
    private const int MinText = 30;

    /// <summary>Fewer linked headlines stand below many an article; front pages have dozens.</summary>
    private const int MinLinkedHeadlines = 8;

    public static (PageKind Kind, string? Reason) Judge(Document document, PageTree tree, ExtractedText found)
    {
        if (found.Text.Length <= MaxNotice)
        {
            if (ErrorTitle(document, tree) is { } error)
                return (PageKind.ErrorPage, $"the page calls itself \"{error}\" and has {found.Text.Length} characters of text");
            if (AsksForPassword(tree))
                return (PageKind.Closed, $"the page asks for a password where the text would be, and has {found.Text.Length} characters of text");
            if (WallPhrase(document, tree) is { } wall)
                return (PageKind.Wall, $"the page says \"{wall}\" and has {found.Text.Length} characters of text");
        }
        if (found.Rung == ExtractionRung.ScoredCandidate && IsListing(tree, found) is { } listing)
            return (PageKind.Listing, listing);
        if (found.Text.Length < MinText && PlainText.CountWords(found.Text) < 6)
            return (PageKind.NoText, $"only {found.Text.Length} characters of text were found");
        return (PageKind.Article, null);
    }

    /// <summary>
    /// A form with a password is all that stands in what is the article by its tag or name; the one in a page's header, or below a text, is for members.
    /// </summary>
    private static bool AsksForPassword(PageTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            if (node.Name == "form" && !node.Hidden && Forms.AskForPassword(node.Element!)
                && Article(node) is { } article && !HasProseBeside(tree, article, node))
            {
                return true;
            }
        }
        return false;
    }

    private static PageNode? Article(PageNode node)
    {
        for (var part = node.Parent; part is not null; part = part.Parent)
        {
            if (part.Name is "article" or "main" || (part.Words & WordKinds.Body) != 0)
                return part;
        }
        return null;
    }

    private static bool HasProseBeside(PageTree tree, PageNode article, PageNode form)
    {
        foreach (var run in tree.Runs)
        {
            var first = tree.Nodes[run.First];
            if (run.IsProse && !run.Hidden && article.Contains(first) && !form.Contains(first))
                return true;
        }
        return false;
    }

    private static string? ErrorTitle(Document document, PageTree tree)
    {
        if (Phrases.IsError(document.Title))
            return document.Title!.Trim();
        foreach (var run in tree.Runs)
        {
            if (!run.Hidden && run.IsHeading && run.Block.Name is "h1" or "h2" && Phrases.IsError(run.Text))
                return run.Text;
        }
        return null;
    }

    private static string? WallPhrase(Document document, PageTree tree)
    {
        if (Phrases.FindWall(document.Title) is { } inTitle)
            return inTitle;
        var visible = 0;
        foreach (var run in tree.Runs)
        {
            visible += run.Hidden ? 0 : run.Chars;
            if (run.Chars <= MaxNotice && Phrases.FindWall(run.Text) is { } phrase && visible <= MaxNotice * 3)
                return phrase;
        }
        return null;
    }

    /// <summary>Linked headlines with teasers and nothing longer between.</summary>
    private static string? IsListing(PageTree tree, ExtractedText found)
    {
        int headlines = 0, longest = 0;
        foreach (var run in tree.Runs)
        {
            // Many an article stands above a long list of others: only what is beside the text counts.
            if (run.Hidden || !found.Node.Contains(tree.Nodes[run.First]))
                continue;
            if (run.IsHeading && run.LinkDensity > 0.8 && run.Chars >= 15)
                headlines++;
            else if (run.IsProse)
                longest = Math.Max(longest, run.Chars);
        }
        if (headlines < MinLinkedHeadlines)
            return null;
        // A teaser is one or two sentences.
        var perHeadline = found.Text.Length / headlines;
        return longest < 160 && perHeadline < 120 ? $"{headlines} linked headlines, {perHeadline} characters of text for each, no long paragraph" : null;
    }
}
