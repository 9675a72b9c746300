using System.Text.RegularExpressions;
using Aggregator.Api.Query;
using Aggregator.Pages;

namespace Aggregator.Api;

/// <summary>The documentation says what the service does, and its examples work.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public async Task Every_address_of_the_API_is_documented_and_every_documented_one_is_there()
    {
        await using var service = await TestService.StartAsync();
        var paths = (await service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name.TrimEnd('/')).ToHashSet();
        var page = TextOf("api");

        // Sub-addresses are written short: /articles/{id}/revisions as "/revisions" in the line of articles.
        foreach (var path in paths)
            Assert.True(page.Contains(path, StringComparison.Ordinal) || page.Contains($"`/{path.Split('/')[^1]}`", StringComparison.Ordinal), $"{path} is not documented.");
        foreach (var address in DocumentedAddress.Matches(page).Where(a => a.Value != "/api/v1"))
            Assert.Contains(address.Value, paths);
    }

    [Fact]
    public void Every_filter_is_documented()
    {
        var page = TextOf("api");
        foreach (var parameter in Parameters.Filter)
            Assert.Contains($"`{parameter.Name}`", page);
    }

    [Fact]
    public async Task Every_example_with_curl_is_answered()
    {
        await using var service = await TestService.StartAsync();
        var article = service.Add("Battery recall", 60);
        var examples = SiteFiles.Documents.SelectMany(document => ExampleAddress.Matches(TextOf(document.Name))).Select(match => match.Groups[1].Value).ToList();
        Assert.True(examples.Count >= 6);
        foreach (var example in examples)
        {
            using var answer = await service.Client.GetAsync(example.Replace("/ID/", $"/{article.Id}/", StringComparison.Ordinal));
            Assert.True(answer.IsSuccessStatusCode, $"{example}: {(int)answer.StatusCode}");
        }
    }

    [ProgramFact("python3", "python3", "-V")]
    public async Task The_example_in_Python_walks_all_articles()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Battery recall", 60);
        service.Add("Other news", 30);
        var block = PythonBlock.Match(TextOf("api"));
        Assert.True(block.Success);
        var script = string.Join('\n', block.Value.Split('\n').Select(line => line.Length > 4 ? line[4..] : ""));
        var (code, output) = await Programs.RunAsync("python3", "-c", script.Replace("http://localhost:5080", service.Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal));
        Assert.True(code == 0, output);
        Assert.Equal(["2026-11-22T11:30:00Z one.example Other news", "2026-11-22T11:00:00Z one.example Battery recall"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string TextOf(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream($"Aggregator.Docs.{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(?<=[` ])/(api/v1|feed|feeds|healthz|metrics)[a-z0-9/{}.]*(?=`)")]
    private static partial Regex DocumentedAddress { get; }

    // Those that write are marked by -X.
    [GeneratedRegex(@"curl (?!.*-X)[^\n]*?http://localhost:5080([^'\s]+)")]
    private static partial Regex ExampleAddress { get; }

    [GeneratedRegex(@"    import json[\s\S]*?\n\n(?! {4})")]
    private static partial Regex PythonBlock { get; }
}
