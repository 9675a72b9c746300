using Aggregator.Configuration;
using Aggregator.Pipeline;
using Aggregator.Scheduling;
using Aggregator.WebSub;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Aggregator.Hosting;

/// <summary>The web application of <c>serve</c> and <c>demo</c>.</summary>
internal static class ServiceHost
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    // Ten seconds are promised for SIGTERM; what is under way has eight, the rest is for closing the database.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(8);

    public static WebApplication Build(Startup startup)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddAggregatorSources(startup.Settings);
        builder.WebHost.UseUrls(builder.Configuration["Urls"]?.Split(';') ?? [DefaultUrl]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        builder.Services
            .AddPipeline(startup.Options, startup.Store)
            .AddHostedService<StageLoops>()
            .AddSchedule()
            .AddWebSub(startup.Options)
            .AddAggregatorApi();
        AddTelemetry(builder);
        WebApplication? app = null;
        // Who starts it reports a start that failed; the host would log its stack besides.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host",
            level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        app = builder.Build();
        app.MapAggregatorApi();
        app.MapWebSub();
        return app;
    }

    /// <summary>Starts the service, says where to look, and waits until it is told to stop; where it cannot listen, says so on standard error.</summary>
    /// <returns>What the program should end with.</returns>
    public static async Task<int> RunAsync(WebApplication app, Startup startup, CancellationToken cancellation)
    {
        if (ListeningCheck.Malformed(startup.Configuration, DefaultUrl) is { } malformed)
        {
            await Console.Error.WriteLineAsync(malformed);
            return ExitCodes.BadConfiguration;
        }

        try
        {
            await StartAsync(app, startup, cancellation);
        }
        catch (Exception e) when (ListeningCheck.Refused(e, startup.Configuration, DefaultUrl) is { } refusal)
        {
            // What the service runs beside the stages started before the server did.
            await app.StopAsync(CancellationToken.None);
            await Console.Error.WriteLineAsync(refusal);
            return ExitCodes.Failed;
        }

        Announce(app, startup);
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Done;
    }

    /// <summary>Brings the list of feeds into the database, then starts polling and serving.</summary>
    public static async Task StartAsync(WebApplication app, Startup startup, CancellationToken cancellation)
    {
        await app.Services.GetRequiredService<FeedList>().SyncAsync(startup.Feeds, announce: false, cancellation);
        await app.StartAsync(cancellation);
    }

    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static void Announce(WebApplication app, Startup startup)
    {
        var address = AddressOf(app);
        Console.WriteLine($"""
            Aggregator follows {startup.Feeds.Feeds.Count(f => !f.Disabled)} feeds and keeps its data in {Path.GetFullPath(startup.Options.Data)}.
              Read          {address}/
              Subscribe     {address}/feed.atom
              Query         {address}/api/v1/stories
              How-to        {address}/docs
            Stop with Ctrl+C.
            """);
    }

    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        // The standard variable of OpenTelemetry switches export on; without it nothing is collected for it.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(PipelineMetrics.Name).AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource(PipelineMetrics.Name).AddOtlpExporter().Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    // The providers export once they exist; asking for them creates them.
    private sealed class TelemetryStart(MeterProvider meters, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters.ForceFlush();
            traces.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
