using Aggregator.Model;
using Aggregator.Search;
using Aggregator.Sqlite;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Storage;

/// <summary>Whatever is typed into the search box reaches the index as words, never as syntax; and no query runs for ever.</summary>
public sealed class SearchInjectionTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "battery", "電池", "\"", "\"\"", "(", ")", "{", "}", "*", "^", "-", "+", ":", ",", ".", "title:", "text :", "{title author}:", "-meta:", "meta:", "AND", "OR", "NOT", "NEAR", "NEAR(", "NEAR/2", "a NEAR b", "'", ";", "--", "/*",
        "DROP TABLE articles", "UNION SELECT", "%", "_", "\0", "\ue000", "\ud83d", " ", "outlet:", "author:", "$1", "@p", "?", "\\", "\n",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-search-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_text_of_a_search_becomes_syntax_of_the_index()
    {
        await using var store = await SqliteStore.OpenAsync(_folder, TimeProvider.System, CancellationToken.None);
        var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
        await store.CommitPollAsync(Make.Poll(feed, Make.Entry("one")), CancellationToken.None);
        await store.CommitAssignAsync([.. (await store.ListUnassignedAsync(9, CancellationToken.None)).Select(article => Make.Assign(article.Article.Id))], Make.Now, CancellationToken.None);
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

        Prop.ForAll(texts, text => Answers(store, text)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500).WithEndSize(12));

        Assert.Equal(1, (await store.GetStatisticsAsync(Make.Now, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task A_query_that_never_ends_is_ended()
    {
        await using (await SqliteStore.OpenAsync(_folder, TimeProvider.System, CancellationToken.None))
        {
            using var readers = new ReaderPool(new StoreFile(_folder));
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

            await Assert.ThrowsAsync<OperationCanceledException>(() => Task.Run(() => readers.ReadAsync(
                session => session.Number("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"), patience.Token)));
        }
    }

    [Fact]
    public async Task A_query_that_is_cancelled_between_two_statements_starts_no_other()
    {
        await using (await SqliteStore.OpenAsync(_folder, TimeProvider.System, CancellationToken.None))
        {
            using var readers = new ReaderPool(new StoreFile(_folder));
            using var patience = new CancellationTokenSource();

            await Assert.ThrowsAsync<OperationCanceledException>(() => readers.ReadAsync(
                session =>
                {
                    patience.Cancel();
                    return session.Number("SELECT 1");
                },
                patience.Token));

            Assert.Equal(1, await readers.ReadAsync(session => session.Number("SELECT 1"), CancellationToken.None));
        }
    }

    private static bool Answers(IStore store, string text)
    {
        // Both as the parser understands it and as single words and phrases that no parser has looked at.
        SearchExpression[] trees = [new SearchExpression.Word(SearchField.Any, text), new SearchExpression.Word(SearchField.Title, text, Prefix: true), new SearchExpression.Phrase(SearchField.Text, [text, text]), new SearchExpression.Near(SearchField.Any, [text, text], 3), new SearchExpression.Word(SearchField.Outlet, text)];
        if (SearchQuery.Parse(text) is SearchParse.Parsed parsed)
            trees = [.. trees, parsed.Expression];
        foreach (var tree in trees)
        {
            var page = store.ListArticlesAsync(new ArticleFilter { Query = tree }, new PageRequest(), CancellationToken.None).GetAwaiter().GetResult();
            if (page.Items.Count > 1)
                return false;
        }

        return true;
    }
}
