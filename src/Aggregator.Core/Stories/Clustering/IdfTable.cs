namespace Aggregator.Stories.Clustering;

/// <summary>
/// Inverse document frequencies by the number of articles with a term, worked out again when they are asked for after the window has changed.
/// </summary>
internal sealed class IdfTable
{
    /// <summary>idf is kept in sixteenths of a nat, as a whole number, so that sums do not depend on their order and a restored index decides alike.</summary>
    public const int Scale = 16;

    /// <summary>
    /// Added to every count, so that words never seen before do not outweigh those that tell stories apart: a headline of eight words
    /// would be unlike every other for a single name. 10 was best on bare headlines, and 5 to 10 made no difference to full texts.
    /// </summary>
    private const double Smoothing = 10;

    private Row[] _rows = new Row[1024];
    private int _documents;
    private int _change = 1;
    private double _logDocuments = Math.Log(Background.Documents + 1.0);

    /// <summary>More or fewer articles in the window.</summary>
    public void Recount(int change)
    {
        _documents += change;
        _change++;
        _logDocuments = Math.Log(_documents + Background.Documents + 1.0);
    }

    /// <summary>ln((N + 1) / (n + 10)) over window and background together, never below 0, in <see cref="Scale"/>ths.</summary>
    public int Of(int documents)
    {
        if (documents < _rows.Length && _rows[documents] is var row && row.Change == _change)
            return row.Idf;

        return Compute(documents);
    }

    private int Compute(int documents)
    {
        if (documents >= _rows.Length)
            Array.Resize(ref _rows, Math.Max(documents + 1, _rows.Length * 2));

        ref var row = ref _rows[documents];
        if (row.Change == 0)
            row.Log = Math.Log(documents + Smoothing);

        (row.Change, row.Idf) = (_change, Math.Max(0, (int)Math.Round(Scale * (_logDocuments - row.Log))));
        return row.Idf;
    }

    private struct Row
    {
        public int Change;
        public int Idf;
        public double Log;
    }
}
