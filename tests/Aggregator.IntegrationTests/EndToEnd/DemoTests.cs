using System.Text.Json;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>What a newcomer types first, with each store and reader.</summary>
public sealed class DemoTests
{
    [Theory]
    [InlineData(Engines.Sqlite, "own")]
    [InlineData(Engines.LiteDb, "codehollow")]
    public async Task The_demo_brings_stories_of_several_outlets(string engine, string reader)
    {
        using var process = ServiceProcess.Start("demo", "--urls", "http://127.0.0.1:0", "--store", engine, "--reader", reader);
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            var address = await ReadAddressAsync(process) ?? throw new InvalidOperationException(await error);
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            while (MostOutlets(await client.GetStringAsync("/api/v1/stories?limit=50")) < 3)
                await Task.Yield();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<string?> ReadAddressAsync(System.Diagnostics.Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Read  ", StringComparison.Ordinal))
                return line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        }

        return null;
    }

    private static int MostOutlets(string stories) => JsonDocument.Parse(stories).RootElement.GetProperty("items").EnumerateArray()
        .Select(story => story.GetProperty("outlet_count").GetInt32()).DefaultIfEmpty().Max();
}
