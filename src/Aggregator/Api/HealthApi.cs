using Aggregator.Api.Http;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static partial class HealthApi
{
    /// <summary>A database that takes longer than this for one number is as good as down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/healthz").WithTags("Operation");
        group.MapGet("/live", () => TypedResults.Text("ok\n")).WithName("live").WithSummary("The process answers");
        group.MapGet("/ready", Ready).WithName("ready").WithSummary("The database answers too").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Ready(IArticleQueries store, TimeProvider clock, ILoggerFactory loggers, HttpContext context)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            await store.GetSequenceAsync(either.Token).WaitAsync(either.Token);
            return TypedResults.Text("ok\n");
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogNotReady(loggers.CreateLogger(typeof(HealthApi)), e);
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "The database does not answer.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer a health check")]
    private static partial void LogNotReady(ILogger logger, Exception e);
}
