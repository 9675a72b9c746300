using System.Globalization;
using System.Text;

namespace Aggregator.Api.Metrics;

/// <summary>Writes the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(MetricsRegistry registry)
    {
        var text = new StringBuilder();
        foreach (var (instrument, series) in registry.Collect())
        {
            var kind = MetricsRegistry.IsHistogram(instrument) ? "histogram" : MetricsRegistry.IsCounter(instrument) ? "counter" : "gauge";
            var name = Name(instrument.Name, instrument.Unit, kind);
            Header(text, name, instrument.Description, kind);
            foreach (var one in series)
            {
                if (kind == "histogram")
                    Histogram(text, name, one);
                else
                    Sample(text, name, one.Labels, one.Read().Sum);
            }
        }

        return text.ToString();
    }

    public static void Gauge(StringBuilder text, string name, string help, double value)
    {
        Header(text, name, help, "gauge");
        Sample(text, name, "", value);
    }

    /// <summary>Tags as labels, sorted by name so that their order makes no new series.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
            return "";
        var pairs = new string[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            var value = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "";
            value = value.Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", @"\n", StringComparison.Ordinal);
            pairs[i] = $"{Legal(tags[i].Key)}=\"{value}\"";
        }

        Array.Sort(pairs, StringComparer.Ordinal);
        return string.Join(',', pairs);
    }

    private static void Histogram(StringBuilder text, string name, Series series)
    {
        var (sum, buckets) = series.Read();
        var prefix = series.Labels.Length > 0 ? series.Labels + "," : "";
        var count = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            count += buckets[i];
            var bound = i < Series.Bounds.Length ? Series.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Sample(text, name + "_bucket", $"{prefix}le=\"{bound}\"", count);
        }

        Sample(text, name + "_sum", series.Labels, sum);
        Sample(text, name + "_count", series.Labels, count);
    }

    private static void Header(StringBuilder text, string name, string? help, string kind)
    {
        if (!string.IsNullOrEmpty(help))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"# HELP {name} {help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
    }

    private static void Sample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(CultureInfo.InvariantCulture, $" {value}\n");
    }

    /// <summary>Dots become underscores, the unit and <c>total</c> are appended as Prometheus wants it.</summary>
    private static string Name(string name, string? unit, string kind)
    {
        var legal = Legal(name);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        if (suffix.Length > 0 && !legal.EndsWith(suffix, StringComparison.Ordinal))
            legal += suffix;
        return kind == "counter" && !legal.EndsWith("_total", StringComparison.Ordinal) ? legal + "_total" : legal;
    }

    private static string Legal(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
