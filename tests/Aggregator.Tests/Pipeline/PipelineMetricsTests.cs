using System.Diagnostics.Metrics;
using Aggregator.Model;

namespace Aggregator.Pipeline;

public class PipelineMetricsTests
{
    [Fact]
    public void Counts_the_pages_whose_tree_was_copied_among_those_read()
    {
        using var metrics = new PipelineMetrics();
        using var listener = new MeterListener();
        var counts = new Dictionary<string, long>();
        // Meters of other tests have the same name.
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + value);
        listener.Start();

        metrics.Read(ReadFate.Extracted, copied: false);
        metrics.Read(ReadFate.Extracted, copied: true);
        metrics.Read(ReadFate.NotAnArticle, copied: false);

        Assert.Equal(3, counts["aggregator.article.reads"]);
        Assert.Equal(1, counts["aggregator.page.copied"]);
    }
}
