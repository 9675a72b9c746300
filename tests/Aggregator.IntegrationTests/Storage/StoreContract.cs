using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>What every store must do. A store's own test class makes empty stores and inherits all of these.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private IStore? _store;

    protected static CancellationToken None => CancellationToken.None;

    protected IStore Store => _store!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    /// <summary>Opens the store of this test: empty the first time, with what was stored before after that.</summary>
    protected abstract Task<IStore> OpenAsync();

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = await OpenAsync();
    }

    protected async Task<long> AddFeedAsync(string name = "a", string category = "EV") =>
        (await Store.AddFeedAsync(Make.Feed(name, category), Make.Now, None)).Id;

    /// <summary>Polls entries that need no page and assigns each as its own story.</summary>
    protected async Task<IReadOnlyList<long>> PublishAsync(long feed, params IdentifiedEntry[] entries)
    {
        await Store.CommitPollAsync(Make.Poll(feed, entries), None);
        return await AssignAllAsync();
    }

    protected async Task<IReadOnlyList<long>> AssignAllAsync(params Tag[] tags)
    {
        var waiting = await Store.ListUnassignedAsync(100_000, None);
        await Store.CommitAssignAsync([.. waiting.Select(article => Make.Assign(article.Article.Id, article.StoryId, tags))], Make.Now, None);
        return [.. waiting.Select(article => article.Article.Id)];
    }

    protected async Task<IReadOnlyList<ArticleRow>> ListAsync(ArticleFilter? filter = null, SortOrder sort = SortOrder.Published) =>
        (await Store.ListArticlesAsync(filter ?? ArticleFilter.All, new PageRequest(sort, 1000), None)).Items;

    protected async Task<string[]> TitlesAsync(ArticleFilter? filter = null, SortOrder sort = SortOrder.Published) =>
        [.. (await ListAsync(filter, sort)).Select(article => article.Title)];
}
