using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Urls;

namespace Aggregator.Cli;

/// <summary>Fetches single addresses that a person typed, with the manners and limits of the service.</summary>
internal sealed class SingleFetches(AggregatorOptions options) : IAsyncDisposable
{
    private readonly FetchingServices _services = new(options, RegistrableDomains.Default.Of, TimeProvider.System);

    /// <summary>Fetches one document, whatever it is. A failure is a document with an error.</summary>
    public async Task<InputDocument> FetchAsync(Uri url, CancellationToken cancellation) =>
        await _services.Feeds.FetchAsync(new FeedFetchRequest(url), cancellation) switch
        {
            FeedFetchResult.Fetched fetched => new InputDocument(url.OriginalString, fetched.Body, fetched.Url, fetched.ContentType),
            FeedFetchResult.Failed failed => new InputDocument(url.OriginalString, [], Error: failed.Message),
            _ => new InputDocument(url.OriginalString, [], Error: "not modified"),
        };

    public ValueTask DisposeAsync()
    {
        _services.Dispose();
        return ValueTask.CompletedTask;
    }
}
