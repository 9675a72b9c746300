using Aggregator.Stores;

namespace Aggregator.LiteDb.Index;

/// <summary>An article's words with their positions, ready to be put into the open block.</summary>
internal sealed record CutArticle(long Id, long Place, string[] Words, int[] Positions);

/// <summary>Cuts articles into words. Each word is one string for all articles, so that most words of a text cost no memory.</summary>
internal sealed class ArticleCutter
{
    // The words of some blocks; forgetting them costs one string a word.
    private const int MostRemembered = 200_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public CutArticle Cut(long id, long place, string title, IReadOnlyList<string> authors, string text)
    {
        if (_known.Count > MostRemembered)
            _known.Clear();
        List<string> words = new(text.Length / 6);
        List<int> positions = new(text.Length / 6);
        Cut(IndexColumn.Title, title, words, positions);
        Cut(IndexColumn.Author, string.Join("; ", authors), words, positions);
        Cut(IndexColumn.Text, text, words, positions);
        return new CutArticle(id, place, [.. words], [.. positions]);
    }

    private void Cut(IndexColumn column, string text, List<string> words, List<int> positions)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var number = 0;
        for (WordCutter cutter = new(IndexedText.Of(text)); cutter.Next();)
        {
            if (!known.TryGetValue(cutter.Word, out var word))
                _known.Add(word = cutter.Word.ToString());
            words.Add(word);
            positions.Add(WordPositions.Position(column, number++));
        }
    }
}
