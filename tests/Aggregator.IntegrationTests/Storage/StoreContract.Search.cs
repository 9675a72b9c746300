using Aggregator.Model;
using Aggregator.Search;
using Aggregator.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private async Task PublishLibraryAsync()
    {
        var feed = await AddFeedAsync();
        IdentifiedEntry Of(string key, int age, string title, string text, string author, string outlet) =>
            Make.Entry(key, title, text, Make.Now.AddHours(-age), outlet: outlet) with { Authors = [author], Summary = key };
        await PublishAsync(
            feed,
            Of("1", 5, "Tesla opens a factory", "Elon Musk spoke of solid state cells in Grünheide.", "Ann Lee", "the-daily.example"),
            Of("2", 4, "BYD answers", "The charging network grows; a fast network of charging stations.", "Bo Tesla", "evnews.example"),
            Of("3", 3, "Solid ground", "State of the battery industry: AT&T, C++ and don't.", "Ann Chu", "evnews.co.uk"),
            Of("4", 2, "電気自動車の充電", "東京で新しい電気自動車が発表された。Model 3も。", "山田", "news.jp"),
            Of("5", 1, "Grunheide news", "Batteries, battery, and Batterien.", "Zoë Müller", "evnews.example"));
    }

    [Theory]
    [InlineData("tesla", "21")]
    [InlineData("TESLA", "21")]
    [InlineData("title:tesla", "1")]
    [InlineData("author:tesla", "2")]
    [InlineData("text:tesla", "")]
    [InlineData("author:\"ann lee\"", "1")]
    [InlineData("author:zoe", "5")]
    [InlineData("grünheide", "51")]
    [InlineData("grunheide title:news", "5")]
    [InlineData("\"solid state\"", "1")]
    [InlineData("solid state", "31")]
    [InlineData("\"state solid\"", "")]
    [InlineData("batter*", "53")]
    [InlineData("battery", "53")]
    [InlineData("batterie*", "5")]
    [InlineData("charging NEAR/1 network", "2")]
    [InlineData("fast NEAR/2 stations", "")]
    [InlineData("fast NEAR/4 stations", "2")]
    [InlineData("musk OR charging", "21")]
    [InlineData("(musk OR charging) -grünheide", "2")]
    [InlineData("-tesla", "543")]
    [InlineData("NOT (tesla OR battery)", "4")]
    [InlineData("tesla OR -battery", "421")]
    [InlineData("-tesla -battery", "4")]
    [InlineData("-tesla OR -solid", "5432")]
    [InlineData("-(tesla -musk)", "5431")]
    [InlineData("outlet:evnews.example", "52")]
    [InlineData("outlet:evnews", "532")]
    [InlineData("outlet:evn*", "532")]
    [InlineData("outlet:the-daily.example", "1")]
    [InlineData("-outlet:evnews", "41")]
    [InlineData("outlet:evnews charging", "2")]
    [InlineData("evnews", "")]
    [InlineData("電気自動車", "4")]
    [InlineData("\"電気自動車\"", "4")]
    [InlineData("自動", "4")]
    [InlineData("車電", "")]
    [InlineData("電気 発表", "4")]
    [InlineData("title:充電", "4")]
    [InlineData("text:充電", "")]
    [InlineData("\"Model 3も\"", "4")]
    [InlineData("model3", "")]
    [InlineData("AT&T", "3")]
    [InlineData("C++", "3")]
    [InlineData("don't", "3")]
    [InlineData("\"\"\"\" tesla", "21")]
    public async Task Finds_what_the_query_language_says(string query, string keys)
    {
        await PublishLibraryAsync();

        var expression = Assert.IsType<SearchParse.Parsed>(SearchQuery.Parse(query)).Expression;
        Assert.Equal(keys, string.Concat((await ListAsync(new ArticleFilter { Query = expression })).Select(article => article.Summary)));
    }

    [Fact]
    public async Task Runs_any_query_that_can_be_parsed_without_an_error()
    {
        await PublishLibraryAsync();
        string[] pieces =
            ["tesla", "電", "é", "\"a b\"", "\"'\"", "(", ")", "bat*", "-", "title:", "outlet:", "author:", " AND ", " OR ", " NOT ", " NEAR/3 ", " ", "\0", "\ud83d", "🚗", "\ue000", "'", ";--", "{title}", "^", "+", "rowid:", "a.b"];
        var queries = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));

        Prop.ForAll(queries.ToArbitrary(), Answers).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        Prop.ForAll<string>(text => Answers(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private bool Answers(string text)
    {
        if (SearchQuery.Parse(text) is not SearchParse.Parsed parsed)
            return true;
        ArticleFilter filter = new() { Query = parsed.Expression };
#pragma warning disable xUnit1031 // a property of FsCheck is no async method, and the store answers at once
        var found = Store.ListArticlesAsync(filter, new PageRequest(), None).GetAwaiter().GetResult().Items.Count;
        var others = Store.ListArticlesAsync(new ArticleFilter { Query = new SearchExpression.Not(parsed.Expression) }, new PageRequest(), None).GetAwaiter().GetResult().Items.Count;
#pragma warning restore xUnit1031
        return found + others == 5;
    }

    [Fact]
    public async Task Ranks_a_word_in_the_headline_before_one_in_the_text()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("a", "Nothing much", "hydrogen is mentioned here in the text", Make.Now), Make.Entry("b", "Hydrogen trucks", "some other text of the same length", Make.Now.AddDays(-9)));

        Assert.Equal(["Hydrogen trucks", "Nothing much"], await TitlesAsync(Word("hydrogen"), SortOrder.Relevance));
        Assert.Equal(["Nothing much", "Hydrogen trucks"], await TitlesAsync(Word("hydrogen")));
    }
}
