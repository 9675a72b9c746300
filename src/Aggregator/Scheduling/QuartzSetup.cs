using Quartz;

namespace Aggregator.Scheduling;

/// <summary>When Quartz wakes what. The ticks only say "look": what is due stands in the database.</summary>
internal static class QuartzSetup
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            // Feeds fall due to the second; five of them are lost on no reader, and an idle look costs one small query.
            Every<PollTick>(quartz, TimeSpan.FromSeconds(5));
            Every<ReadTick>(quartz, TimeSpan.FromSeconds(15));
            Every<FeedListTick>(quartz, TimeSpan.FromSeconds(2));
            Every<MergeTick>(quartz, TimeSpan.FromSeconds(15));
            Every<UpkeepTick>(quartz, TimeSpan.FromHours(1));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(IQuartzBuilder quartz, TimeSpan interval)
        where TJob : IJob =>
        quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
}
