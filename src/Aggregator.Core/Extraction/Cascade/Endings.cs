using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;

namespace Aggregator.Extraction.Cascade;

/// <summary>Takes out lines that speak of the page and not of the article's matter: calls to subscribe, links to more, rights, the author's life.</summary>
internal static class Endings
{
    /// <summary>A call is short; a long paragraph that begins like one is prose.</summary>
    private const int MaxLine = 350;

    /// <summary>Of a sentence that says something; a call to readers in as many words is rare without a link or the site's own things in it.</summary>
    private const int MinSentence = 80;

    /// <summary>Of an item that is a sentence: "Share on Facebook." and its like are shorter.</summary>
    private const int MinItem = 20;

    /// <summary>Contacts stand at the end; further up the same words are prose.</summary>
    private const int ContactLines = 3;

    /// <summary>Longer than a teaser in a list of related articles.</summary>
    private const int LongProse = 200;

    public static void Drop(PageTree tree, PageNode container)
    {
        var first = tree.FirstRunAt(container.Index);
        var last = tree.FirstRunAt(container.End) - 1;
        var before = 0;
        for (var i = first; i <= last; i++)
        {
            var run = tree.Runs[i];
            if (run.Dropped)
                continue;
            if (IsTail(run) && before * 2 > container.Counts.Chars)
                DropSection(tree, i, last);
            else if (run.Chars <= MaxLine && (Phrases.IsCallAsWhole(run.Text) || (Phrases.BeginsLikeCall(run.Text) && !IsOfText(tree, i, last))))
                run.Dropped = true;
            before += run.Chars;
        }
        DropContacts(tree, first, last);
    }

    /// <summary>
    /// A line that begins like a call and is none: a sentence amid the text ("Comments are due by the end of the month, the regulator said."), or a step
    /// ("Download the app from the store.").
    /// </summary>
    private static bool IsOfText(PageTree tree, int at, int last)
    {
        var run = tree.Runs[at];
        if (run.Links > 0 || Phrases.SpeaksOfSite(run.Text))
            return false;
        if (IsStep(run))
            return true;
        return run.Chars >= MinSentence && run.EndsSentence && run.Text[^1] != ':' && ProseFollows(tree, at, last);
    }

    private static bool IsStep(TextRun run)
    {
        var item = run.Block;
        while (item is { Name: "p" or "div" or "span", Parent: { } parent })
            item = parent;
        return item is { Name: "li", Parent.Name: "ol" } || (item.Name == "li" && run.EndsSentence && run.Chars >= MinItem);
    }

    private static bool ProseFollows(PageTree tree, int at, int last)
    {
        for (var i = at + 1; i <= last; i++)
        {
            var run = tree.Runs[i];
            if (!run.Dropped && run.IsProse && run.Chars >= MinSentence && !Phrases.IsCall(run.Text))
                return true;
        }

        return false;
    }

    /// <summary>Among the last lines, those that say how to follow or reach somebody. A page of one line keeps it.</summary>
    private static void DropContacts(PageTree tree, int first, int last)
    {
        var seen = 0;
        for (var i = last; i > first && seen < ContactLines; i--)
        {
            var run = tree.Runs[i];
            if (run.Dropped)
                continue;
            if (run.IsHeading)
                return;
            seen++;
            run.Dropped = run.Chars <= MaxLine && (Phrases.IsContact(run.Text) || Phrases.IsClosing(run.Text));
        }
    }

    private static bool IsTail(TextRun run) => Phrases.IsTail(run.Text) && (run.IsHeading || run.Links == 0);

    /// <summary>
    /// From a tail's heading to the next heading that is no deeper, or to where prose goes on behind links (but an author's life is prose itself).
    /// </summary>
    private static void DropSection(PageTree tree, int heading, int last)
    {
        var level = Level(tree.Runs[heading]);
        var isLife = tree.Runs[heading].IsHeading && Phrases.IsAuthorTail(tree.Runs[heading].Text);
        tree.Runs[heading].Dropped = true;
        for (var i = heading + 1; i <= last; i++)
        {
            var run = tree.Runs[i];
            if (run.IsHeading && Level(run) <= level || !isLife && run.IsProse && run.Chars >= LongProse && run.LinkDensity < 0.2)
                return;
            run.Dropped = true;
        }
    }

    /// <summary>1 to 6; a line that only looks like a heading ends at any real one.</summary>
    private static int Level(TextRun run) => run.IsHeading ? run.Block.Name[1] - '0' : 6;
}
