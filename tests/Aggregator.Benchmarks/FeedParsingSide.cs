namespace Aggregator;

/// <summary>One reader of the comparison: what it took each round, what it found and where it threw in the newest one.</summary>
/// <param name="read">Reads a document and answers how many entries it has.</param>
internal sealed class FeedParsingSide(string name, Func<byte[], int> read)
{
    public string Name => name;

    /// <summary>CPU seconds of each round that counts.</summary>
    public List<double> Seconds { get; } = [];

    public int Entries { get; private set; }

    public int Threw { get; private set; }

    public void Round(byte[][] documents, bool counts)
    {
        (Entries, Threw) = (0, 0);
        var seconds = Cpu(() =>
        {
            foreach (var document in documents)
                Read(document);
        });
        if (counts)
            Seconds.Add(seconds);
    }

    public static double Cpu(Action work)
    {
        // Of the system's call and not of /proc, which counts in hundredths of a second: a round takes seven of them.
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private void Read(byte[] document)
    {
        try
        {
            Entries += read(document);
        }
        catch (Exception)
        {
            // The libraries throw whatever comes, NullReferenceException too.
            Threw++;
        }
    }
}
