using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Faults;

/// <summary>A feed of our own whose items lead to the faulty article pages.</summary>
internal sealed class PageListing : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageListing(WebApplication app) => _app = app;

    public string Authority => new Uri(_app.Urls.Single()).Authority;

    public string Url => $"http://{Authority}/pages.xml";

    public static async Task<PageListing> StartAsync(IReadOnlyList<string> pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var items = pages.Select((url, i) => string.Create(CultureInfo.InvariantCulture, $"<item><title>Page {i} {WebUtility.HtmlEncode(new Uri(url).AbsolutePath)}</title><link>{WebUtility.HtmlEncode(url)}</link><description>Teaser {i}</description></item>"));
        var feed = $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Pages</title><link>http://pages.example/</link>{string.Concat(items)}</channel></rss>";
        app.Run(context => context.Request.Path == "/pages.xml" ? context.Response.WriteAsync(feed) : Task.CompletedTask);
        await app.StartAsync();
        return new PageListing(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
