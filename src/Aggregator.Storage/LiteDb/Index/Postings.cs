namespace Aggregator.LiteDb.Index;

/// <summary>Where a word stands in the documents of a block.</summary>
/// <param name="documents">Numbers within the block, rising.</param>
/// <param name="positions">Reads the positions, which many questions do without.</param>
internal sealed class Postings(int[] documents, Func<WordPositions> positions)
{
    private WordPositions? _positions;

    public int[] Documents => documents;

    public WordPositions Positions => _positions ??= positions();

    /// <param name="entries">Rising <see cref="WordPositions.Entry"/> values.</param>
    public static Postings Of(IReadOnlyList<long> entries)
    {
        List<int> documents = [];
        List<int> starts = [];
        var values = new int[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            (var document, values[i]) = WordPositions.Parts(entries[i]);
            if (documents.Count > 0 && documents[^1] == document)
                continue;
            documents.Add(document);
            starts.Add(i);
        }

        starts.Add(entries.Count);
        WordPositions read = new([.. starts], values);
        return new Postings([.. documents], () => read);
    }

    /// <summary>Several words taken for one.</summary>
    public static Postings? Union(List<Postings> all) => all.Count switch
    {
        0 => null,
        1 => all[0],
        _ => Of([.. all.SelectMany(postings => postings.Entries()).Order()]),
    };

    public IEnumerable<long> Entries()
    {
        var read = Positions;
        for (var i = 0; i < documents.Length; i++)
        {
            for (var at = read.Starts[i]; at < read.Starts[i + 1]; at++)
                yield return WordPositions.Entry(documents[i], read.Values[at]);
        }
    }
}

/// <param name="Starts">For each document where its positions begin, and at the end how many there are.</param>
/// <param name="Values">Rising in each document; the column stands in the upper bits, so that no two columns touch.</param>
internal sealed record WordPositions(int[] Starts, int[] Values)
{
    // 67 million words a column.
    private const int ColumnShift = 26;

    public ReadOnlySpan<int> Of(int index) => Values.AsSpan(Starts[index]..Starts[index + 1]);

    public static int Position(IndexColumn column, int word) => ((int)column << ColumnShift) + Math.Min(word, (1 << ColumnShift) - 1);

    public static IndexColumn Column(int position) => (IndexColumn)(position >> ColumnShift);

    public static long Entry(int document, int position) => ((long)document << 32) | (uint)position;

    public static (int Document, int Position) Parts(long entry) => ((int)(entry >> 32), (int)entry);
}

internal enum IndexColumn
{
    Title,
    Author,
    Text,
}
