using System.Globalization;
using Aggregator.Search;
using Aggregator.Stores;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Api.Query;

/// <summary>Turns a query string into filter and page, for every endpoint alike. Never throws: all faults are collected.</summary>
internal static class QueryBinder
{
    /// <summary>The longest list of values, and the longest value in it: what still makes a sensible SQL statement.</summary>
    private const int MaxValues = 100;
    private const int MaxValue = 200;

    public static RequestQuery Bind(IQueryCollection query, IReadOnlyList<QueryParameter> parameters, DateTimeOffset now)
    {
        var faults = new QueryFaults();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in query.Keys)
            CheckKnown(name, parameters, faults);
        foreach (var parameter in parameters)
        {
            // An empty value is what an untouched field of a form sends; it says nothing.
            var given = query.TryGetValue(parameter.Name, out var found)
                ? new StringValues([.. found.Where(value => !string.IsNullOrWhiteSpace(value))])
                : StringValues.Empty;
            if (parameter.Repeatable)
                lists[parameter.Name] = Values(parameter, given, faults);
            else if (Value(parameter, given, faults) is { } value)
                values[parameter.Name] = value;
        }

        var zone = Zone(values, faults);
        var from = Time("from", values, now, zone, faults, out var fromIsRelative);
        var to = Time("to", values, now, zone, faults, out var toIsRelative);
        if (from > to)
            faults.Add("from", "Must not lie after to.");
        var filter = new ArticleFilter
        {
            Query = values.TryGetValue("q", out var text) ? SearchText.Parse(text, faults) : null,
            From = from,
            To = to,
            Outlets = lists.GetValueOrDefault("outlet", []),
            NotOutlets = lists.GetValueOrDefault("not_outlet", []),
            Feeds = lists.GetValueOrDefault("feed") is { Count: > 0 } feeds ? [.. feeds.Select(id => Id("feed", id, faults) ?? 0)] : [],
            Categories = lists.GetValueOrDefault("category", []),
            Topics = lists.GetValueOrDefault("topic", []),
            Names = lists.GetValueOrDefault("name", []),
            Languages = lists.GetValueOrDefault("language", []),
            CollapseCopies = values.GetValueOrDefault("copies") == "collapse",
            MinWords = values.TryGetValue("min_words", out var words) && int.TryParse(words, CultureInfo.InvariantCulture, out var least) ? least : null,
            StoryId = values.TryGetValue("story_id", out var story) ? Id("story_id", story, faults) : null,
            AsOf = values.TryGetValue("as_of", out var sequence) ? Id("as_of", sequence, faults) : null,
        };
        return new RequestQuery(filter, Page(values, filter, faults), values, lists, faults, fromIsRelative || toIsRelative) { Zone = zone };
    }

    private static PageRequest Page(Dictionary<string, string> values, ArticleFilter filter, QueryFaults faults)
    {
        var sort = values.GetValueOrDefault("sort") switch
        {
            "seen" => SortOrder.Seen,
            "relevance" => SortOrder.Relevance,
            _ => SortOrder.Published,
        };
        if (sort == SortOrder.Relevance && filter.Query is null)
            faults.Add("sort", "relevance needs a search text in q.");
        var limit = int.TryParse(values.GetValueOrDefault("limit"), CultureInfo.InvariantCulture, out var given) ? given : 50;
        return new PageRequest(sort, limit, values.GetValueOrDefault("cursor"), values.GetValueOrDefault("text") != "none");
    }

    private static void CheckKnown(string name, IReadOnlyList<QueryParameter> parameters, QueryFaults faults)
    {
        if (parameters.Any(parameter => parameter.Name == name))
            return;
        var shown = name.Length > MaxValue ? name[..MaxValue] : name;
        var nearest = NearestName.Find(name, parameters.Select(parameter => parameter.Name));
        faults.Add(shown, nearest is not null ? $"Unknown parameter '{shown}'. Did you mean '{nearest}'?"
            : parameters.Count == 0 ? $"Unknown parameter '{shown}'. This address takes none."
            : $"Unknown parameter '{shown}'. Known here: {string.Join(", ", parameters.Select(parameter => parameter.Name))}.");
    }

    private static string? Value(QueryParameter parameter, StringValues given, QueryFaults faults)
    {
        if (given.Count == 0)
            return parameter.Default;
        if (given.Count > 1)
        {
            faults.Add(parameter.Name, "Must be given once.");
            return parameter.Default;
        }

        var value = given[0]!.Trim();
        var fault = value.Length > (parameter.Name is "q" or "cursor" ? SearchQuery.MostCharacters : MaxValue) ? "Too long."
            : parameter.Allowed is { } allowed && !allowed.Contains(value) ? $"'{value}' is not allowed; use {string.Join(" or ", allowed)}."
            : parameter.Type == "integer" ? NumberFault(parameter, value)
            : null;
        if (fault is null)
            return value;
        faults.Add(parameter.Name, fault);
        return parameter.Default;
    }

    private static string? NumberFault(QueryParameter parameter, string value)
    {
        var low = parameter.Minimum ?? 0;
        var high = parameter.Maximum ?? long.MaxValue;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? null
            : parameter.Maximum is null ? $"'{value}' is not allowed; use a whole number from {low}."
            : $"'{value}' is not allowed; use a whole number from {low} to {high}.";
    }

    private static string[] Values(QueryParameter parameter, StringValues given, QueryFaults faults)
    {
        if (given.Count == 0)
            return [];
        string[] values = [.. given.SelectMany(value => value!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
        if (values.Length > MaxValues)
            faults.Add(parameter.Name, $"At most {MaxValues} values.");
        else if (values.Any(value => value.Length > MaxValue))
            faults.Add(parameter.Name, $"A value may have at most {MaxValue} characters.");
        else
            return values;
        return [];
    }

    private static TimeZoneInfo Zone(Dictionary<string, string> values, QueryFaults faults)
    {
        if (!values.TryGetValue("zone", out var name))
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        faults.Add("zone", $"'{name}' is no time zone known here; use an IANA name such as UTC or Europe/Berlin.");
        return TimeZoneInfo.Utc;
    }

    private static DateTimeOffset? Time(
        string name, Dictionary<string, string> values, DateTimeOffset now, TimeZoneInfo zone, QueryFaults faults, out bool isRelative)
    {
        isRelative = false;
        if (!values.TryGetValue(name, out var text))
            return null;
        if (TimeExpression.TryParse(text, now, zone, out var at, out isRelative))
            return at;
        faults.Add(name, $"'{text}' is not allowed; use {TimeExpression.Allowed}.");
        return null;
    }

    private static long? Id(string name, string text, QueryFaults faults)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        faults.Add(name, $"'{text}' is no id; ids are whole numbers.");
        return null;
    }
}
