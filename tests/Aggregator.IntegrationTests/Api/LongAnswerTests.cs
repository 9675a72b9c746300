using System.Net;
using Aggregator.Api.Http;

namespace Aggregator.Api;

/// <summary>Answers that last as long as their clients like.</summary>
public sealed class LongAnswerTests
{
    [Fact]
    public async Task One_client_has_two_exports_and_no_more_until_one_ends()
    {
        await using var service = await TestService.StartAsync();
        // More than the buffers of both ends hold: an export of it is under way until somebody reads.
        for (var i = 0; i < 40; i++)
            service.Add("Plant opens " + i, i, text: new string((char)('a' + (i % 26)), 1_000_000));
        using var first = await Open(service, "/api/v1/export");
        using var second = await Open(service, "/api/v1/export?format=csv");
        using var third = await Open(service, "/api/v1/export");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.True(third.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        await first.Content.CopyToAsync(Stream.Null);
        using var fourth = await Eventually(() => Open(service, "/api/v1/export"));
        Assert.Equal(HttpStatusCode.OK, fourth.StatusCode);
    }

    [Fact]
    public async Task One_client_has_a_tenth_of_the_streams()
    {
        await using var service = await TestService.StartAsync(options => options.MaxStreams = 20);
        using var first = await Open(service, "/api/v1/stream");
        using var second = await Open(service, "/api/v1/stream");
        using var third = await Open(service, "/api/v1/stream");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [first.StatusCode, second.StatusCode, third.StatusCode]);
    }

    [Fact]
    public async Task Gives_up_on_a_client_who_does_not_read()
    {
        var aborted = false;
        await using var guard = new StallGuard(new StuckStream(), TimeSpan.FromMilliseconds(1), () => aborted = true);
        await Assert.ThrowsAsync<TimeoutException>(async () => await guard.WriteAsync(new byte[10]));
        Assert.True(aborted);
    }

    private static Task<HttpResponseMessage> Open(TestService service, string path) =>
        service.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A place is free once the server has finished, which the client cannot see.</summary>
    private static async Task<HttpResponseMessage> Eventually(Func<Task<HttpResponseMessage>> ask)
    {
        var answer = await ask();
        for (var i = 0; i < 100 && answer.StatusCode == HttpStatusCode.TooManyRequests; i++)
        {
            answer.Dispose();
            answer = await ask();
        }

        return answer;
    }

    private sealed class StuckStream : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
