using System.Net;
using System.Text;
using Aggregator.Api;
using Aggregator.Html;
using Aggregator.Support;
using Microsoft.Playwright;

namespace Aggregator.Pages;

/// <summary>Every attack of the sanitizer's vectors in a real browser: none may run, neither through the sanitizer nor, should one get past it, on our pages.</summary>
public sealed class BrowserVectorTests
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // All vectors call alert, which here notes that something ran.
    private const string Trap = "window.alert = what => { window.ran = (window.ran ?? 0) + 1; };";

    // What a person may do to an entry: point at everything, focus it, open it, click on each link.
    private const string Poke = """
        () => {
          for (const e of document.querySelectorAll('body *')) {
            for (const name of ['mouseover', 'pointerenter', 'focus', 'focusin', 'toggle', 'load', 'error', 'begin']) e.dispatchEvent(new Event(name, { bubbles: true }));
            if (e.tagName === 'DETAILS') e.open = true;
          }
          const hostile = [...document.querySelectorAll('[href], [src]')].filter(e => !/^(https?:|mailto:|data:image[/])/.test(e.href ?? e.src)).map(e => e.outerHTML);
          for (const a of document.querySelectorAll('a')) { a.target = '_blank'; if (/^javascript:/i.test(a.href)) a.click(); }
          return [window.ran ?? 0, hostile.join(' ')].join('|');
        }
        """;

    private static IReadOnlyList<string> Vectors => [.. SanitizerVectors.All().Cast<object[]>().Select(row => (string)row[0])];

    [ChromiumFact]
    public async Task Nothing_runs_of_what_the_sanitizer_lets_through()
    {
        var safe = Vectors.Select(vector => HtmlSanitizer.Sanitize(vector, new Uri("https://news.example/"))).ToList();
        Assert.Equal("0|", await RunAsync(string.Concat(safe.Select(html => $"<div>{html}</div>"))));
        // Once more the way in which mutation attacks work: as text that a script puts into a page.
        Assert.Equal("0|", await RunAsync($"<div id=place></div><script>for (const html of {System.Text.Json.JsonSerializer.Serialize(safe)}) {{ const d = document.createElement('div'); d.innerHTML = html; d.innerHTML = d.innerHTML; place.append(d); }}</script>"));
    }

    // How often is left open: the picture fails by itself, and the poking dispatches the same event.
    [ChromiumFact]
    public async Task The_trap_snaps_where_nothing_protects() => Assert.Matches("^[1-9]", await RunAsync("<img src='data:,' onerror=alert(1)>"));

    [ChromiumFact]
    public async Task Nothing_runs_on_our_pages_even_unsanitised()
    {
        await using var service = await TestService.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Executable, Args = Arguments });
        await using var context = await OpenAsync(browser);
        var page = await context.NewPageAsync();
        var article = service.Add("Harmless", 5);
        foreach (var vector in Vectors)
        {
            service.Store.Put(article with { ContentHtml = vector });
            var address = new Uri(service.Address, $"/stories/{article.StoryId}").AbsoluteUri;
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.True(await page.EvaluateAsync<int>("window.ran ?? 0") == 0, vector);
            Assert.True(page.Url == address, vector);
        }
    }

    /// <summary>Shows a page without any policy, pokes at it and tells what ran, and which addresses could.</summary>
    private static async Task<string> RunAsync(string body)
    {
        await using var server = new RawServer(_ => RawServer.Answer("200 OK", Encoding.UTF8.GetBytes($"<!doctype html><meta charset=utf-8><body>{body}"), "Content-Type: text/html; charset=utf-8"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Executable, Args = Arguments });
        await using var context = await OpenAsync(browser);
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url("/").AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        var told = await page.EvaluateAsync<string>(Poke);
        return await page.EvaluateAsync<int>("window.ran ?? 0") is var ran && ran > 0 ? $"{ran}|{told}" : told;
    }

    /// <summary>A browser that reaches nothing but this machine.</summary>
    private static async Task<IBrowserContext> OpenAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync();
        await context.AddInitScriptAsync(Trap);
        await context.RouteAsync("**/*", route => IPAddress.TryParse(new Uri(route.Request.Url).Host, out var address) && IPAddress.IsLoopback(address) ? route.ContinueAsync() : route.AbortAsync());
        return context;
    }
}
