using Aggregator.Sqlite;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.Storage;

/// <summary>The contract over a real file.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-store-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Equal("ok", DatabaseFile.Check(_folder));
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<IStore> OpenAsync() => SqliteStore.OpenAsync(_folder, TimeProvider.System, None);
}
