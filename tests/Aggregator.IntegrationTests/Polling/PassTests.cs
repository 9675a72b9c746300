using System.Globalization;
using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>One pass over named feeds, as <c>poll</c> makes it.</summary>
public sealed class PassTests
{
    [Fact]
    public async Task A_pass_in_which_nothing_answers_for_a_while_leaves_no_feed_out()
    {
        var asked = new TaskCompletionSource();
        var answers = new TaskCompletionSource();
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(
            async (_, stream, stop) =>
            {
                asked.TrySetResult();
                await answers.Task.WaitAsync(stop);
                await stream.WriteAsync(RawServer.Answer("200 OK", web!.Lively()), stop);
            },
            o => o.Concurrency = 1);
        List<long> ids = [];
        for (var i = 0; i < 6; i++)
            ids.Add(await web.AddAsync(i.ToString("'/'0", CultureInfo.InvariantCulture)));

        var pass = web.PassAsync(ids);
        await asked.Task;
        for (var i = 0; i < 2; i++)
        {
            var waiting = web.Time.Waiting;
            web.Time.Advance(TimeSpan.FromSeconds(6));
            await web.Time.WaitingAsync(waiting);
        }

        answers.SetResult();
        await pass;
        Assert.Equal(6, web.Log.Count);
    }
}
