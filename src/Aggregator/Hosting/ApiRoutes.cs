using Aggregator.Api;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Merged;
using Aggregator.Api.Query;
using Aggregator.Configuration;
using Aggregator.Pages;
using Microsoft.Extensions.Options;

namespace Aggregator.Hosting;

/// <summary>All that is served, and what every request passes through on its way there.</summary>
public static class ApiRoutes
{
    public static WebApplication MapAggregatorApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        // From the first measurement on, not from the first look at them.
        _ = app.Services.GetRequiredService<MetricsExport>();
        app.UseMiddleware<HostCheck>();
        if (!app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.ReadersNeedKey)
            app.UseMiddleware<FeedFastPath>();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseRateLimiter();
        app.Use(ReadAccess.InvokeAsync);
        app.Use(WriteAccess.InvokeAsync);
        app.UseRequestTimeouts();

        var root = app.MapGroup("").AddEndpointFilter<QueryGate>();
        MergedFeedApi.Map(root);
        HealthApi.Map(root);
        MetricsApi.Map(root);
        OpmlApi.Map(root);
        PageRoutes.Map(root);
        var api = root.MapGroup("/api/v1").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ApiOptions.MaxBody));
        StoriesApi.Map(api);
        CorrectionsApi.Map(api);
        ArticlesApi.Map(api);
        AnalysisApi.Map(api);
        TrendsApi.Map(api);
        SampleApi.Map(api);
        ExportApi.Map(api);
        StreamApi.Map(api);
        FeedsApi.Map(api);
        SavedQueriesApi.Map(api);
        app.MapOpenApi();
        return app;
    }
}
