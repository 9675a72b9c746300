using Aggregator.LiteDb;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>The contract over a real file of LiteDB.</summary>
public sealed class LiteStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-lite-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<IStore> OpenAsync() => LiteStore.OpenAsync(_folder, TimeProvider.System, None);
}
