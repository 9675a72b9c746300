using System.IO.Compression;
using Aggregator.Api;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Merged;
using Aggregator.Configuration;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Aggregator.Hosting;

/// <summary>What the API, the merged feeds and the pages need. The store, the signals and the feed probe come from the host.</summary>
public static class ApiServices
{
    public static IServiceCollection AddAggregatorApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section)
            .Validate(api => api is { RequestsPerMinute: > 0, RequestBurst: > 0 },
                $"{ApiOptions.Section}: RequestsPerMinute and RequestBurst must be at least 1.")
            .Validate(api => api is { MaxStreams: >= 0, FeedCacheBytes: >= 0 }, $"{ApiOptions.Section}: MaxStreams and FeedCacheBytes must not be negative.")
            .Validate(api => api.QueryTimeout > TimeSpan.Zero && api.FeedFreshness >= TimeSpan.Zero,
                $"{ApiOptions.Section}: QueryTimeout must be longer than nothing, FeedFreshness not negative.")
            .ValidateOnStart();
        services.AddSingleton<MetricsExport>();
        services.AddSingleton<ReadyFeeds>();
        services.AddSingleton<MergedFeedService>();
        services.AddSingleton<StreamApi>();
        services.AddSingleton<ExportPlaces>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Faults>();
        services.AddRazorComponents();
        services.AddApiDescription();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
                [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/x-ndjson", "application/vnd.oai.openapi+json"];
        });
        // The answers are made anew each time: a fast level costs less time than it saves on the wire.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        // The name of the server helps nobody but those who look for its holes.
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A merged feed of the usual size (200 KB) is handed to the socket in one go; the default of 64 KiB waits for the client several times.
            kestrel.Limits.MaxResponseBufferSize = 512 << 10;
        });
        services.AddRateLimiter(_ => { });
        services.AddSingleton<ClientLimiter>();
        services.AddOptions<RateLimiterOptions>().Configure<ClientLimiter>(ClientLimits.Configure);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ApiOptions>>((timeouts, api) => timeouts.DefaultPolicy = QueryTimeout(api.Value));
        return services;
    }

    private static RequestTimeoutPolicy QueryTimeout(ApiOptions options) => new()
    {
        Timeout = options.QueryTimeout,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = context =>
            Problems.Of(StatusCodes.Status503ServiceUnavailable,
                $"The query took longer than {options.QueryTimeout.TotalSeconds} s. Narrow it down: a shorter time range, rarer words, a smaller "
                    + $"limit.").ExecuteAsync(context),
    };
}
