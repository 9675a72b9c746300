using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Aggregator.Demo;

/// <summary>Serves the demo's outlets on one loopback port, told apart by host name, and lets its breaking news appear one by one.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly DemoWorld _world;
    private readonly TimeProvider _time;
    private readonly List<DemoArticle> _visible;
    private readonly WebApplication _app;
    private int _next;

    private DemoSite(DemoWorld world, TimeProvider time, WebApplication app)
    {
        _world = world;
        _time = time;
        _app = app;
        _visible = [.. world.Old];
    }

    public int Port { get; private set; }

    public bool HasMore => _next < _world.Breaking.Count;

    public int VisibleCount
    {
        get
        {
            lock (_lock)
                return _visible.Count;
        }
    }

    public static async Task<DemoSite> StartAsync(DemoWorld world, TimeProvider time, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new DemoSite(world, time, app);
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /subscribe\n"));
        app.MapGet("/feed", site.Feed);
        app.MapGet("/news/{slug}", site.Page);
        await app.StartAsync(cancellation);
        site.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return site;
    }

    public string FeedUrl(DemoOutlet outlet) => $"{Origin(outlet)}/feed";

    /// <summary>Lets the next piece of breaking news appear; answers its outlet.</summary>
    public DemoOutlet PublishNext()
    {
        lock (_lock)
        {
            var article = _world.Breaking[_next++] with { Published = _time.GetUtcNow() };
            _visible.Add(article);
            return article.Outlet;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Origin(DemoOutlet outlet) => $"http://{outlet.Host}:{Port}";

    private IResult Feed(HttpContext context)
    {
        if (OutletOf(context) is not { } outlet)
            return Results.NotFound();
        var (type, body) = DemoFeeds.Write(outlet, Articles(outlet), Origin(outlet));
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16]}\"";
        context.Response.Headers.ETag = etag;
        return context.Request.Headers.IfNoneMatch == etag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(body, type, Encoding.UTF8);
    }

    private IResult Page(HttpContext context, string slug)
    {
        if (OutletOf(context) is not { } outlet)
            return Results.NotFound();
        var articles = Articles(outlet);
        return articles.FirstOrDefault(a => a.Slug == slug) is { } article
            ? Results.Text(DemoPages.Write(article, [.. articles.Where(a => a != article).Take(5)]), "text/html", Encoding.UTF8)
            : Results.NotFound();
    }

    private DemoOutlet? OutletOf(HttpContext context) => _world.Outlets.FirstOrDefault(o => o.Host == context.Request.Host.Host);

    private List<DemoArticle> Articles(DemoOutlet outlet)
    {
        lock (_lock)
            return [.. _visible.Where(a => a.Outlet == outlet).OrderByDescending(a => a.Published)];
    }
}
