namespace Aggregator.Stores;

/// <summary>
/// A store with all of its roles: the type of who opens, registers and closes it. Everybody else asks for the roles that they use.
/// </summary>
/// <remarks>
/// What holds of every member of every role:
/// <list type="bullet">
/// <item>A call is one transaction: it happens whole or not at all, and what a finished call wrote is seen by every later one and survives a crash of
/// the process.</item>
/// <item>All members may be called from many threads at once. Reads see one state of the whole store and do not wait for writes; streams see one state
/// a batch.</item>
/// <item>Times are kept to the millisecond and come back in UTC but for <see cref="Model.ClaimedDate"/>, which keeps its offset.</item>
/// <item>Lists are never null; <c>limit</c> is at least 1. What is not there is null, false or empty and no error.</item>
/// <item>Cancelling throws <see cref="OperationCanceledException"/>, and a write that has not begun is then not made.</item>
/// <item>A store that cannot be used any more (full disk, damaged file, lost server) throws <see cref="StoreUnusableException"/>, as does every write
/// to one that was opened for reading only.</item>
/// </list>
/// </remarks>
public interface IStore
    : IFeedStore, IHostPauseStore, IHubStore, IPollStore, IReadStore, IAssignStore, IArticleQueries, ICorrectionStore, IPageStore, IImportStore,
        ISavedQueryStore, IApiKeyStore, IStatisticsStore, IUpkeepStore, IAsyncDisposable
{
}
