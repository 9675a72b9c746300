using Aggregator.LiteDb.Engine;
using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Articles as the stages of the pipeline want them, and the kept pages.</summary>
internal sealed partial class LiteArticles
{
    public void Enqueue(long id) => Change(id, article => article with { Waits = true });

    public bool IsUnread(long id) => tables.Narrow(id)?.Page is not null;

    public void PutBack(ReadCommit commit, DateTimeOffset retry)
    {
        Change(commit.Id, article => article with
        {
            Page = article.Page! with { NextAt = retry.ToUnixTimeMilliseconds(), Tries = article.Page.Tries + 1 },
        });
        SetFate(commit.Id, commit.Fate, commit.Reason);
    }

    public void EndReading(ReadCommit commit)
    {
        Change(commit.Id, article => article with { Page = null });
        SetFate(commit.Id, commit.Fate, commit.Reason);
    }

    // Claiming is an operation of its own, so that what is committed is all there is.
    public string? HostAfter(string host) => tables.Committed.HostAfter(host);

    public List<long> DueAt(string host, DateTimeOffset now, int limit) =>
        [.. tables.Committed.WaitingFor(host).Where(id => tables.Committed.Find(id)!.Page!.NextAt <= now.ToUnixTimeMilliseconds()).Take(limit)];

    public UnreadArticle Unread(long id)
    {
        var article = tables.Narrow(id)!;
        var d = tables.Details.Find(id)!;
        (var text, var html) = Body(id);
        return new UnreadArticle
        {
            Id = id,
            Url = d.Text("url")!,
            Title = d.Text("title")!,
            FeedText = text,
            FeedHtml = html,
            Published = ArticleDocuments.Date(d, article.Published),
            Seen = DateTimeOffset.FromUnixTimeMilliseconds(article.Seen),
            Authors = d.Texts("authors"),
            Language = article.Language == 0 ? null : tables.Languages.Of(article.Language).Name,
            Image = d.Text("image"),
            Summary = d.Text("summary"),
            Attempts = article.Page!.Tries,
            IsContent = article.Page.IsContent,
        };
    }

    /// <summary>As many of the newest pages are kept as the budget holds.</summary>
    public void KeepPage(long id, KeptPage page)
    {
        if (page.Packet.Length > page.Budget)
            return;
        if (tables.Pages.Collection.FindOne("article = @0", id) is { } earlier)
            Drop(earlier);
        tables.Counters = tables.Counters with { Page = tables.Counters.Page + 1, PageBytes = tables.Counters.PageBytes + page.Packet.Length };
        tables.Pages.Put(
            new BsonDocument { ["_id"] = tables.Counters.Page, ["article"] = id, ["fetched"] = Fields.Value(page.Fetched), ["packet"] = page.Packet },
            known: false);
        for (var oldest = 0L; tables.Counters.PageBytes > page.Budget;)
        {
            if (tables.Pages.Collection.Query().Where("_id > @0", oldest).OrderBy("_id").Limit(1).FirstOrDefault() is not { } first)
                break;
            oldest = first["_id"].AsInt64;
            Drop(first);
        }
    }

    private void Drop(BsonDocument page)
    {
        if (tables.Pages.Delete(page["_id"]))
            tables.Counters = tables.Counters with { PageBytes = tables.Counters.PageBytes - page.Bytes("packet").Length };
    }
}
