using Aggregator.LiteDb.Engine;
using Aggregator.Stores;
using Aggregator.Stories.Clustering;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// The stories' own documents: title, lead, time of the last news, redirect, and what the story was told apart from. What can be counted from the
/// articles in memory is counted when it is asked for.
/// </summary>
internal sealed class LiteStories(LiteTables tables) : IStoryTable
{
    public static StoryConstraints ReadConstraints(ILiteCollection<BsonDocument> stories, long version)
    {
        StoryConstraints constraints = new(version);
        foreach (var story in stories.Query().Where("apart != null").OrderBy("_id").ToEnumerable())
        {
            foreach (var other in Apart(story))
                constraints.Separate(story["_id"].AsInt64, other.Other);
        }

        return constraints;
    }

    public long Resolve(long id) => tables.StoryDocuments.Find(id)?.Number("into") ?? id;

    public bool Exists(long id) => tables.StoryDocuments.Find(id) is not null;

    public List<long> Members(long story) => [.. tables.OfStory(story).Where(article => article.IsVisible).Select(article => article.Id).Order()];

    public bool HasOutlet(long story, long outlet, long except) => tables.OfStory(story).Any(article => article.Outlet == outlet && article.Id != except);

    public bool HasMember(long story, long article) => tables.Narrow(article)?.Story == story;

    public long? PresentLead(long story) =>
        tables.StoryDocuments.Find(story)?.Number("lead") is { } lead && HasMember(story, lead) ? lead : null;

    public void Open(long story, long lead, long time)
    {
        if (tables.StoryDocuments.Change(story) is { } there)
        {
            if (there.Remove("into"))
                tables.Counters = tables.Counters with { Merged = tables.Counters.Merged - 1 };
            there["updated"] = time;
            return;
        }

        Add(story, "", lead, time);
    }

    public void SetLead(long story, long lead, string title, long? updated)
    {
        if (tables.StoryDocuments.Change(story) is not { } d)
            return;
        d["lead"] = lead;
        d["title"] = tables.Details.Find(lead)?.Text("title") ?? title;
        if (updated is { } at)
            d["updated"] = at;
    }

    public void SetUpdated(long story, long time)
    {
        if (tables.StoryDocuments.Change(story) is { } d)
            d["updated"] = time;
    }

    public void Retitle(long story)
    {
        if (tables.StoryDocuments.Change(story) is not { } d)
            return;
        var lead = d.Long("lead");
        if (tables.OfStory(story)
            .Where(article => article.IsVisible)
            .OrderByDescending(article => article.Id == lead)
            .ThenBy(article => article.CopyOf != 0)
            .ThenBy(article => article.Id)
            .FirstOrDefault() is { } next)
        {
            SetLead(story, next.Id, d.Text("title") ?? "", updated: null);
        }
    }

    public void Refresh(long story)
    {
        // Counted when it is asked for.
    }

    public void Move(long article, long story, long sequence, long changed)
    {
        if (tables.Narrow(article) is { } now)
            tables.Set(now with { Story = story, Sequence = sequence, Changed = changed });
    }

    public void Redirect(long from, long into, long sequence)
    {
        // Those that lead to it are listed in it, so that they are found.
        long[] before = [.. (tables.StoryDocuments.Find(from)?.Longs("from") ?? []).Where(id => Resolve(id) == from)];
        foreach (var id in before.Append(from))
        {
            if (tables.StoryDocuments.Change(id) is { } d)
            {
                d["into"] = into;
                d.Remove("from");
            }
        }

        if (tables.StoryDocuments.Change(into) is { } target)
            target["from"] = Fields.Packed([.. target.Longs("from").Union(before).Append(from)]);
        tables.Counters = tables.Counters with { Merged = tables.Counters.Merged + 1 };
    }

    public bool OpenImported(long story, long id, ArticleRow article, long sequence, long changed)
    {
        if (Exists(story))
            return false;
        Add(story, article.Title, id, changed);
        return true;
    }

    public void RefreshImported(long story)
    {
        if (Resolve(story) != story)
            return;
        List<NarrowArticle> members = [.. tables.OfStory(story).Where(article => article.IsVisible)];
        if (members.Count == 0)
            return;
        var lead = members.Exists(article => article.Id == story) ? story : members.Min(article => article.Id);
        SetLead(story, lead, "", members.Max(article => article.Changed));
    }

    public long? ApartBy(long a, long b) =>
        ApartFrom(a).Where(pair => pair.Other == b).Select(pair => (long?)pair.Correction).FirstOrDefault();

    public void Separate(long a, long b, long correction)
    {
        if (ApartBy(a, b) is not null)
            return;
        SetApart(a, [.. ApartFrom(a), (b, correction)]);
        SetApart(b, [.. ApartFrom(b), (a, correction)]);
    }

    public List<(long Other, long Correction)> ApartFrom(long story) => tables.StoryDocuments.Find(story) is { } d ? Apart(d) : [];

    public void Unseparate(long story)
    {
        foreach ((var other, _) in ApartFrom(story))
            SetApart(other, [.. ApartFrom(other).Where(pair => pair.Other != story)]);
        SetApart(story, []);
    }

    private static List<(long Other, long Correction)> Apart(BsonDocument story) =>
        [.. story.Longs("apart").Chunk(2).Select(pair => (pair[0], pair[1]))];

    private void SetApart(long story, List<(long Other, long Correction)> apart) =>
        tables.StoryDocuments.Change(story)?.Set("apart", Fields.Packed([.. apart.SelectMany(pair => (long[])[pair.Other, pair.Correction])]));

    private void Add(long story, string title, long lead, long updated)
    {
        tables.StoryDocuments.Put(
            new BsonDocument { ["_id"] = story, ["title"] = title, ["lead"] = lead, ["updated"] = updated }, known: false);
        tables.Counters = tables.Counters with { Stories = tables.Counters.Stories + 1 };
    }
}
