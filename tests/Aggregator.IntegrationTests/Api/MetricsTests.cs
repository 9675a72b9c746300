using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Aggregator.Model;
using Aggregator.Pipeline;

namespace Aggregator.Api;

/// <summary>Dashboards and alarms hang on the names and values of <c>/metrics</c>. It shows the meters of the whole process, so nothing runs beside this.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class MetricsTests
{
    // What Prometheus 3 sends: it would take other formats, in which counters have other names.
    private const string Prometheus = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    private const string Request = "http_request_method=GET,http_response_status_code=200,http_route=/healthz/live,network_protocol_version=1.1,url_scheme=http";

    private static readonly string[] Bounds = ["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "60", "+Inf"];

    private static readonly string[] Kinds =
    [
        "aggregator_article_assigned_total counter", "aggregator_article_new_total counter", "aggregator_article_reads_total counter", "aggregator_database_bytes gauge",
        "aggregator_feed_bytes_total counter", "aggregator_feed_fetch_duration_seconds histogram", "aggregator_feed_fetches_total counter", "aggregator_page_copied_total counter",
        "aggregator_queue_due_feeds gauge", "aggregator_queue_unassigned gauge", "aggregator_queue_unread gauge", "aggregator_sequence gauge",
        "aggregator_stored_articles gauge", "aggregator_stored_copies gauge", "aggregator_stored_feeds gauge", "aggregator_stored_revisions gauge",
        "aggregator_stored_sightings gauge", "aggregator_stored_stories gauge",
        "process_cpu_seconds gauge", "process_resident_memory_bytes gauge",
    ];

    [Fact]
    public async Task Names_kinds_labels_and_values_stay()
    {
        await using var service = await TestService.StartAsync();
        using var metrics = new PipelineMetrics();
        Measure(metrics);
        service.Add("Plant opens", 60);

        var shown = await ShownAsync(service);

        Assert.Equal(Kinds, shown.Kinds.Where(kind => !kind.StartsWith("aggregator_test", StringComparison.Ordinal) && !kind.StartsWith("http_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("Time that a feed fetch took.", shown.Help["aggregator_feed_fetch_duration_seconds"]);
        Assert.Equal("Feeds that are known", shown.Help["aggregator_stored_feeds"]);
        var expected = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["aggregator_article_assigned_total{outcome=copy}"] = 2,
            ["aggregator_article_assigned_total{outcome=new-story}"] = 0,
            ["aggregator_article_new_total{}"] = 3,
            ["aggregator_article_reads_total{fate=Extracted}"] = 1,
            ["aggregator_database_bytes{}"] = 4096,
            ["aggregator_feed_bytes_total{}"] = 5_000_001_000,
            ["aggregator_feed_fetch_duration_seconds_count{}"] = 3,
            ["aggregator_feed_fetch_duration_seconds_sum{}"] = 100.45,
            ["aggregator_feed_fetches_total{fate=NotModified}"] = 1,
            ["aggregator_feed_fetches_total{fate=Updated}"] = 2,
            ["aggregator_page_copied_total{}"] = 1,
            ["aggregator_queue_due_feeds{}"] = 0,
            ["aggregator_queue_unassigned{}"] = 0,
            ["aggregator_queue_unread{}"] = 0,
            ["aggregator_sequence{}"] = 1,
            ["aggregator_stored_articles{}"] = 1,
            ["aggregator_stored_copies{}"] = 0,
            ["aggregator_stored_feeds{}"] = 0,
            ["aggregator_stored_revisions{}"] = 0,
            ["aggregator_stored_sightings{}"] = 0,
            ["aggregator_stored_stories{}"] = 0,
        };
        foreach (var bound in Bounds)
            expected[$"aggregator_feed_fetch_duration_seconds_bucket{{le={bound}}}"] = bound == "+Inf" ? 3 : bound is "0.25" or "0.5" or "1" or "2.5" or "5" or "10" or "30" or "60" ? 2 : 0;
        Assert.Equal(expected, Only(shown, name => name.StartsWith("aggregator_", StringComparison.Ordinal)));
        Assert.True(shown.Values["process_resident_memory_bytes{}"] > 1_000_000);
        Assert.True(shown.Values["process_cpu_seconds{}"] > 0);
    }

    [Fact]
    public async Task Requests_are_measured_by_route()
    {
        await using var service = await TestService.StartAsync();
        await service.Client.GetStringAsync("/healthz/live");

        // A request is measured after its answer has left.
        Exposition shown;
        do
            shown = await ShownAsync(service);
        while (!shown.Values.ContainsKey($"http_server_request_duration_seconds_count{{{Request}}}"));

        Assert.Equal(["http_server_active_requests gauge", "http_server_request_duration_seconds histogram"],
            shown.Kinds.Where(kind => kind.StartsWith("http_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(1, shown.Values[$"http_server_request_duration_seconds_count{{{Request}}}"]);
        Assert.Equal(1, shown.Values["http_server_active_requests{http_request_method=GET,url_scheme=http}"]);
        var health = Only(shown, name => name.Contains("/healthz/live", StringComparison.Ordinal));
        string[] names =
        [
            .. Bounds.Select(bound => $"http_server_request_duration_seconds_bucket{{http_request_method=GET,http_response_status_code=200,http_route=/healthz/live,le={bound},network_protocol_version=1.1,url_scheme=http}}"),
            $"http_server_request_duration_seconds_count{{{Request}}}",
            $"http_server_request_duration_seconds_sum{{{Request}}}",
        ];
        Assert.Equal(names.Order(StringComparer.Ordinal), health.Keys);
    }

    [Fact]
    public async Task Any_text_may_be_a_label()
    {
        await using var service = await TestService.StartAsync();
        using var meter = new System.Diagnostics.Metrics.Meter(PipelineMetrics.Name);
        var counter = meter.CreateCounter<long>("aggregator.test.labels", description: "Two\nlines");
        counter.Add(1, new KeyValuePair<string, object?>("fate", "say \"no\" \\ Ünï"), new KeyValuePair<string, object?>("a.b", 5));
        counter.Add(2, new KeyValuePair<string, object?>("a.b", 5), new KeyValuePair<string, object?>("fate", "say \"no\" \\ Ünï"));

        var shown = await ShownAsync(service);

        Assert.Equal(3, shown.Values["aggregator_test_labels_total{a_b=5,fate=say \\\"no\\\" \\\\ Ünï}"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData(Prometheus)]
    [InlineData("text/html")]
    public async Task The_format_is_the_same_for_whoever_asks(string accept)
    {
        await using var service = await TestService.StartAsync();
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        using var answer = await service.Client.GetAsync("/metrics");

        Assert.Equal(MediaTypeHeaderValue.Parse("text/plain; version=0.0.4; charset=utf-8"), answer.Content.Headers.ContentType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("# TYPE aggregator_stored_feeds gauge\n", text);
        Assert.DoesNotContain("# EOF", text);
    }

    [Fact]
    public async Task Who_must_have_a_key_to_read_must_have_it_here()
    {
        await using var service = await TestService.StartAsync(options => options.ReadersNeedKey = true);
        using var without = await service.Client.GetAsync("/metrics");
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await service.MakeKeyAsync(canWrite: false));
        using var with = await service.Client.GetAsync("/metrics");

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, with.StatusCode);
    }

    private static void Measure(PipelineMetrics metrics)
    {
        metrics.Fetched(new FetchRecord { At = TestService.Now, Fate = FetchFate.Updated, BytesOnWire = 1000, New = 3, Milliseconds = 200 });
        metrics.Fetched(new FetchRecord { At = TestService.Now, Fate = FetchFate.Updated, BytesOnWire = 5_000_000_000, Milliseconds = 100_000 });
        metrics.Fetched(new FetchRecord { At = TestService.Now, Fate = FetchFate.NotModified, Milliseconds = 250 });
        metrics.Read(ReadFate.Extracted, copied: true);
        metrics.Assigned("copy", 2);
        metrics.Assigned("new-story", 0);
    }

    private static async Task<Exposition> ShownAsync(TestService service) => Exposition.Parse(await service.Client.GetStringAsync("/metrics"));

    private static SortedDictionary<string, double> Only(Exposition shown, Func<string, bool> which) =>
        new(shown.Values.Where(pair => which(pair.Key) && !pair.Key.StartsWith("aggregator_test", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    /// <summary>The text format, read as its specification says: labels without quotes and in order, so that two spellings of one series are one.</summary>
    private sealed record Exposition(List<string> Kinds, Dictionary<string, string> Help, Dictionary<string, double> Values)
    {
        public static Exposition Parse(string text)
        {
            var shown = new Exposition([], [], []);
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
                    shown.Kinds.Add(line[7..]);
                else if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                    shown.Help.Add(line[7..].Split(' ', 2)[0], line[7..].Split(' ', 2)[1]);
                else if (line[0] != '#')
                    shown.Values.Add(Series(line, out var value), value);
            }

            return shown;
        }

        private static string Series(string line, out double value)
        {
            var sample = Regex.Match(line, """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<text>([^"\\]|\\.)*)",?)*\})? (?<value>\S+)$""");
            Assert.True(sample.Success, line);
            value = double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
            var labels = sample.Groups["label"].Captures.Zip(sample.Groups["text"].Captures, (label, text) => $"{label.Value}={text.Value}");
            return $"{sample.Groups["name"].Value}{{{string.Join(',', labels.Order(StringComparer.Ordinal))}}}";
        }
    }
}

/// <summary>For tests of what the whole process shares.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
