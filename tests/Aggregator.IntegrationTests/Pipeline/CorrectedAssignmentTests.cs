using Aggregator.Sqlite;
using Aggregator.Storage;
using Aggregator.Stores;
using Aggregator.Stories.Tags;
using Aggregator.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Pipeline;

/// <summary>The assignment stage over the real store respects what people said, also after a restart.</summary>
public sealed class CorrectedAssignmentTests
{
    private static readonly (string Key, string Title, string Text)[] Recall =
    [
        ("one", "Norvolt recalls 84,000 Aurora sedans over battery fires",
            "Electric carmaker Norvolt is recalling 84,000 Aurora sedans after eleven battery fires were reported in Norway and Canada. The company said a faulty coolant seal made by supplier Keltron can leak onto battery modules. Owners should park outside until dealers replace the seal, Norvolt said."),
        ("two", "Battery fires force Norvolt to recall its Aurora electric sedan",
            "Norvolt will recall 84,000 of its Aurora sedans because coolant leaking from a seal can set the battery on fire, regulators said on Tuesday. Eleven fires were reported in Canada and Norway. Keltron, which makes the seal, said it is working with the carmaker."),
        ("three", "Park your Aurora outside, Norvolt tells owners after eleven fires",
            "Owners of the Aurora sedan were told to park outside after Norvolt announced a recall of 84,000 cars. A coolant seal from Keltron may leak onto the battery modules and start a fire, the electric carmaker said. Dealers in Norway and Canada will replace the seal."),
        ("four", "Norvolt to recall 84,000 Aurora sedans as battery fires mount",
            "Norvolt said it would call back 84,000 Aurora sedans: a leaking coolant seal made by Keltron lets the battery modules catch fire. Regulators in Norway and Canada count eleven fires. Owners are told to park outside."),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_split_apart_is_not_put_together_again(bool restart)
    {
        using var folder = new TemporaryFolder();
        await using var run = await Run.StartAsync(folder.File("data"));
        var first = await run.PublishAsync(0);
        var second = await run.PublishAsync(1);
        Assert.Equal(first.StoryId, second.StoryId);

        await run.Store.SplitStoryAsync(new SplitRequest(first.StoryId, [[second.Id]], "me", null), Make.Now, CancellationToken.None);
        if (restart)
            await run.RestartAsync();
        await run.PublishAsync(2);
        await run.PublishAsync(3);

        Assert.Equal(first.Id, (await run.Store.GetArticleAsync(first.Id, CancellationToken.None))!.StoryId);
        Assert.Equal(second.Id, (await run.Store.GetArticleAsync(second.Id, CancellationToken.None))!.StoryId);
    }

    [Fact]
    public async Task Without_a_correction_the_same_articles_are_one_story()
    {
        using var folder = new TemporaryFolder();
        await using var run = await Run.StartAsync(folder.File("data"));
        var stories = new HashSet<long>();
        for (var i = 0; i < Recall.Length; i++)
            stories.Add((await run.PublishAsync(i)).StoryId);

        Assert.Single(stories);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_joins_later_finds_the_merged_story(bool restart)
    {
        using var folder = new TemporaryFolder();
        await using var run = await Run.StartAsync(folder.File("data"));
        var chip = await run.PublishAsync("chip", "Halden unveils laptop processor built on two nanometre process",
            "Chip designer Halden showed its first laptop processor made on a two nanometre process at its developer conference in Taipei. The Quill X2 has eighteen cores and draws twelve watts.");
        var recall = await run.PublishAsync(0);
        Assert.NotEqual(chip.StoryId, recall.StoryId);

        await run.Store.MergeStoriesAsync(new MergeRequest(recall.StoryId, chip.StoryId, false, "me", null), Make.Now, CancellationToken.None);
        if (restart)
            await run.RestartAsync();

        Assert.Equal(chip.Id, (await run.PublishAsync(1)).StoryId);
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly string _data;
        private readonly PipelineMetrics _metrics = new();
        private NewsMemory _memory = new(Tagger.Default);
        private long _feed;
        private int _published;

        private Run(string data, IStore store) => (_data, Store) = (data, store);

        public IStore Store { get; private set; }

        public static async Task<Run> StartAsync(string data)
        {
            var run = new Run(data, await SqliteStore.OpenAsync(data, TimeProvider.System, CancellationToken.None));
            run._feed = (await run.Store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
            return run;
        }

        public async Task RestartAsync()
        {
            await Store.DisposeAsync();
            Store = await SqliteStore.OpenAsync(_data, TimeProvider.System, CancellationToken.None);
            _memory = new NewsMemory(Tagger.Default);
        }

        public Task<ArticleRow> PublishAsync(int index) => PublishAsync(Recall[index].Key, Recall[index].Title, Recall[index].Text);

        public async Task<ArticleRow> PublishAsync(string key, string title, string text)
        {
            var entry = Make.Entry(key, title, text, Make.Now.AddHours(-10).AddMinutes(20 * _published++), outlet: $"{key}.example");
            await Store.CommitPollAsync(Make.Poll(_feed, entry), CancellationToken.None);
            var id = Assert.Single(await Store.ListUnassignedAsync(10, CancellationToken.None)).Article.Id;
            await new AssignStage(Store, _memory, new ManualTime(Make.Now), _metrics, NullLogger<AssignStage>.Instance).RunAsync(CancellationToken.None);
            return (await Store.GetArticleAsync(id, CancellationToken.None))!;
        }

        public async ValueTask DisposeAsync()
        {
            _metrics.Dispose();
            await Store.DisposeAsync();
        }
    }
}
