using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.Support;

/// <summary>A document that a loopback site serves, with an ETag made of its bytes.</summary>
internal sealed record SiteDocument(string ContentType, string Body)
{
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Body)))[..16]}\"";
}

/// <summary>A web site on a free loopback port: documents by path, what was asked, and nothing else.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, SiteDocument> Documents { get; } = new();

    /// <summary>Paths asked for, in order of arrival, with the status that was answered.</summary>
    public ConcurrentQueue<(string Path, int Status)> Requests { get; } = new();

    public Uri Address { get; private set; } = null!;

    public string Authority => Address.Authority;

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoopbackSite(builder.Build());
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        site.Address = new Uri(site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    public string Url(string path) => new Uri(Address, path).AbsoluteUri;

    public void Serve(string path, string contentType, string body) => Documents[path] = new SiteDocument(contentType, body);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!Documents.TryGetValue(path, out var document))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            context.Response.Headers.ETag = document.ETag;
            if (context.Request.Headers.IfNoneMatch == document.ETag)
                context.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                context.Response.ContentType = document.ContentType;
        }

        Requests.Enqueue((path, context.Response.StatusCode));
        if (document is not null && context.Response.StatusCode == StatusCodes.Status200OK)
            await context.Response.WriteAsync(document.Body);
    }
}
