using System.Text;
using System.Text.Json;
using Aggregator.Stores;

namespace Aggregator.Api;

public sealed class ExportTests
{
    [Fact]
    public async Task Writes_a_line_of_JSON_per_article()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        service.Add("Other \"news\"", 30);
        using var answer = await service.Client.GetAsync("/api/v1/export");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Other \"news\"", "Plant opens"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()));
        Assert.StartsWith("<p>", JsonDocument.Parse(lines[0]).RootElement.GetProperty("content_html").GetString());
        Assert.Equal("2", answer.Headers.GetValues("Export-Sequence").Single());
    }

    // findings/duckdb-rounds-late-fractions.sh: who loads an export takes a column of 1 and 1 and 1 for whole numbers.
    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0, "0.0")]
    [InlineData(0.8725, "0.8725")]
    public async Task Writes_numbers_that_may_have_a_fraction_with_a_point(double score, string written)
    {
        await using var service = await TestService.StartAsync();
        var article = service.Add("Plant opens", 60) with { CopyOf = 7, CopyScore = score };
        await using MemoryStream ndjson = new(), csv = new();
        await Export.WriteNdjsonAsync(new[] { article }.ToAsyncEnumerable(), ndjson, default);
        await Export.WriteCsvAsync(new[] { article }.ToAsyncEnumerable(), csv, default);
        Assert.Contains($"\"copy_score\":{written},", Encoding.UTF8.GetString(ndjson.ToArray()));
        Assert.Contains($",7,{written},", Encoding.UTF8.GetString(csv.ToArray()));
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public async Task Waits_for_every_byte_that_it_writes(string format)
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60, text: new string('x', 100_000));
        service.Add("Other news", 30);
        await using var output = new AwaitedStream();
        var articles = service.Store.ExportAsync(ArticleFilter.All, default);

        var count = await (format == "csv" ? Export.WriteCsvAsync(articles, output, default) : Export.WriteNdjsonAsync(articles, output, default));

        Assert.Equal(2, count);
        Assert.EndsWith("\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task Ends_with_a_manifest_when_asked_for_one()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        service.Add("Other news", 30);
        var text = await service.Client.GetStringAsync("/api/v1/export?manifest=last&q=plant");
        var manifest = JsonDocument.Parse(text.Split('\n')[^1]).RootElement.GetProperty("manifest");
        Assert.Equal((1, 2), (manifest.GetProperty("count").GetInt32(), manifest.GetProperty("sequence").GetInt32()));
        Assert.Equal("?manifest=last&q=plant", manifest.GetProperty("query").GetString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public async Task No_cell_of_CSV_is_a_formula(string title)
    {
        await using var service = await TestService.StartAsync();
        service.Add(title, 60);
        var csv = await service.Client.GetStringAsync("/api/v1/export?format=csv");
        Assert.DoesNotContain("," + title, csv);
        Assert.DoesNotContain(",\"" + title, csv);
        Assert.Contains("'" + title, csv);
    }

    [Fact]
    public async Task Writes_CSV_that_a_spreadsheet_may_open()
    {
        await using var service = await TestService.StartAsync();
        service.Add("=HYPERLINK(\"http://evil.example\")", 60);
        service.Add("A \"quoted\", title\nwith lines", 30);
        var csv = await service.Client.GetStringAsync("/api/v1/export?format=csv");
        Assert.StartsWith("\"id\",\"url\",\"title\",\"outlet\",", csv);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", csv);
        Assert.Contains("\"A \"\"quoted\"\", title\nwith lines\"", csv);
        Assert.EndsWith("\r\n", csv);
    }
}
