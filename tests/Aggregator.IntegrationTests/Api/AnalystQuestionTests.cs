using System.Text.RegularExpressions;
using Aggregator.Model;
using Aggregator.Pages;
using Aggregator.Storage;
using Aggregator.Stores;
using Aggregator.Support;
using Microsoft.Data.Sqlite;

namespace Aggregator.Api;

/// <summary>The worked questions of the analysts' page: SQL on the file and Python over the API give the same answers.</summary>
public sealed partial class AnalystQuestionTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator");
    private readonly Dictionary<string, IStore> _stores = [];
    private readonly Dictionary<string, TestService> _services = [];
    private long _feed;

    public async Task InitializeAsync()
    {
        foreach (var engine in (string[])[Engines.Sqlite, Engines.LiteDb])
        {
            _stores[engine] = await Engines.OpenAsync(engine, Path.Combine(_folder.FullName, engine));
            _services[engine] = await TestService.StartAsync(store: _stores[engine]);
            _feed = (await _stores[engine].AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
        }

        var plant = await PublishAsync("plant", "Battery plant opens", 240, "one.example");
        await PublishAsync("plant-2", "Battery plant opens", 200, "two.example", plant, copyOf: plant);
        await PublishAsync("plant-3", "New works for cells", 180, "three.example", plant);
        var recall = await PublishAsync("recall", "Recall of a van", 120, "two.example");
        await PublishAsync("recall-2", "Van recalled", 60, "one.example", recall);
        await PublishAsync("old", "Chip maker shows a driving computer", 60 * 50, "one.example", topic: "artificial intelligence");
        await PublishAsync("recall-2", "Van recalled for its brakes", 60, "one.example", recall);
    }

    public async Task DisposeAsync()
    {
        foreach (var service in _services.Values)
            await service.DisposeAsync();
        foreach (var store in _stores.Values)
            await store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Ten_questions_are_answered_in_plain_SQL()
    {
        var answers = Blocks("sql").Select(Answer).ToList();
        Assert.Equal(10, answers.Count);
        Assert.All(answers, Assert.NotEmpty);
        Assert.Equal("one.example|3", answers[0].Split('\n')[0]);
        Assert.Equal("Battery plant opens|3", answers[2].Split('\n')[0]);
    }

    [ProgramFact("python3", "python3", "-V")]
    public Task Python_over_the_API_gives_the_answers_of_SQL() => AskInPythonAsync(Engines.Sqlite);

    [ProgramFact("python3", "python3", "-V")]
    public Task Python_over_the_API_of_LiteDB_gives_the_answers_of_SQL() => AskInPythonAsync(Engines.LiteDb);

    private async Task AskInPythonAsync(string engine)
    {
        var blocks = Blocks("python").ToList();
        Assert.Equal(11, blocks.Count);
        var script = string.Join("\nprint('---')\n", blocks).Replace("http://localhost:5080", _services[engine].Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
        var (code, output) = await Programs.RunAsync("python3", "-c", script);
        Assert.True(code == 0, output);
        var answers = output.Split("---\n")[1..].Select(answer => answer.TrimEnd()).ToList();
        Assert.Equal(Blocks("sql").Select(Answer), answers);
    }

    [ProgramFact("curl", "curl", "--version")]
    public Task Curl_gets_an_answer_to_each() => AskWithCurlAsync(Engines.Sqlite);

    [ProgramFact("curl", "curl", "--version")]
    public Task Curl_gets_an_answer_to_each_of_LiteDB() => AskWithCurlAsync(Engines.LiteDb);

    private async Task AskWithCurlAsync(string engine)
    {
        var service = _services[engine];
        var questions = Blocks("sh").TakeLast(10).ToList();
        var article = (await service.GetJsonAsync("/api/v1/articles?q=van")).GetProperty("items")[0].GetProperty("id").GetString()!;
        foreach (var question in questions)
        {
            var address = question.Split('\'')[1].Replace("http://localhost:5080", service.Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal).Replace("/ID/", $"/{article}/", StringComparison.Ordinal);
            var (code, output) = await Programs.RunAsync("curl", "-sS", "--fail-with-body", address);
            Assert.True(code == 0, $"{question}{output}");
            var answer = System.Text.Json.JsonDocument.Parse(output).RootElement;
            Assert.True(Lists(answer).Any(list => list.GetArrayLength() > 0), $"{question}{output}");
        }

        Assert.Equal(10, questions.Count);
    }

    [ProgramFact("sqlite3", "sqlite3", "--version")]
    public async Task The_SQLite_tool_gives_them_too()
    {
        foreach (var question in Blocks("sql"))
        {
            var (code, output) = await Programs.RunAsync("sqlite3", "-readonly", Path.Combine(_folder.FullName, Engines.Sqlite, "aggregator.db"), question);
            Assert.True(code == 0, output);
            Assert.Equal(Answer(question), output.TrimEnd());
        }
    }

    // An answer is a list, or an object that holds some.
    private static IEnumerable<System.Text.Json.JsonElement> Lists(System.Text.Json.JsonElement answer) => answer.ValueKind == System.Text.Json.JsonValueKind.Array
        ? [answer]
        : answer.EnumerateObject().Select(field => field.Value).Where(value => value.ValueKind == System.Text.Json.JsonValueKind.Array);

    private string Answer(string question)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, Engines.Sqlite, "aggregator.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The question is one of our own documentation.
        command.CommandText = question;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
            lines.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))));
        return string.Join('\n', lines);
    }

    // As the SQLite tool and Python show them: a real number keeps its point.
    private static string Text(object value) => value is double number
        ? number.ToString("0.0##", System.Globalization.CultureInfo.InvariantCulture)
        : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private static IEnumerable<string> Blocks(string language)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream("Aggregator.Docs.analysts.md")!;
        using var reader = new StreamReader(stream);
        return [.. Fenced.Matches(reader.ReadToEnd()).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];
    }

    private async Task<long> PublishAsync(string key, string title, int minutesAgo, string outlet, long? story = null, long? copyOf = null, string topic = "electric vehicles")
    {
        long id = 0;
        foreach (var store in _stores.Values)
        {
            await store.CommitPollAsync(Make.Poll(_feed, Make.Entry(key, title, $"The text about {title}.", Make.Now.AddMinutes(-minutesAgo), outlet: outlet)), CancellationToken.None);
            var waiting = Assert.Single(await store.ListUnassignedAsync(10, CancellationToken.None));
            id = waiting.Article.Id;
            var commit = Make.Assign(id, story, new Tag("topic", topic, 1), new Tag("company", key.StartsWith("plant", StringComparison.Ordinal) ? "Tesla" : "BYD", 1));
            await store.CommitAssignAsync([commit with { CopyOf = copyOf, CopyScore = copyOf is null ? null : 1, Changed = waiting.Changed }], Make.Now, CancellationToken.None);
        }

        return story ?? id;
    }

    [GeneratedRegex(@"^```(\w+)\n([\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Fenced { get; }
}
