namespace Aggregator.Stories.Copies;

/// <summary>
/// The triples and fingerprints of the text that was read last, in memory that the next one uses again: a start reads all texts of the window.
/// </summary>
/// <param name="window">See <see cref="CopyOptions.FingerprintWindow"/>.</param>
internal sealed class TextFingerprints(int window)
{
    private uint[] _triples = [];
    private int _count;
    private ushort[]? _words;

    public ReadOnlySpan<uint> Triples => _triples.AsSpan(0, _count);

    /// <summary>Rising, each once.</summary>
    public List<uint> Picked { get; } = [];

    /// <param name="words">Must not change afterwards: the same ones are not read twice.</param>
    public void Read(ushort[] words)
    {
        if (ReferenceEquals(words, _words))
            return;
        if (_triples.Length < words.Length)
            _triples = new uint[words.Length * 2];
        _count = CopyText.Triples(words, _triples);
        Winnowing.Pick(Triples, window, Picked);
        _words = words;
    }
}
