using Aggregator.Configuration;

namespace Aggregator.WebSub;

/// <summary>Registers the subscriber; without a public address and the owner's word nothing of it exists.</summary>
internal static class WebSubSetup
{
    public static IServiceCollection AddWebSub(this IServiceCollection services, AggregatorOptions options) => !options.WebSub ? services : services
        .AddSingleton(HubClient.Over)
        .AddSingleton<PushQueue>()
        .AddSingleton<SubscriptionKeeper>()
        .AddHostedService<PushStage>()
        .AddHostedService<SubscriptionLoop>();

    public static void MapWebSub(this WebApplication app)
    {
        if (app.Services.GetService<PushQueue>() is not null)
            WebSubApi.Map(app);
    }
}

/// <summary>Looks after subscriptions once a minute for as long as the service lives.</summary>
internal sealed partial class SubscriptionLoop(SubscriptionKeeper keeper, TimeProvider time, ILogger<SubscriptionLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keeper.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking after WebSub subscriptions failed; it goes on in a minute")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
