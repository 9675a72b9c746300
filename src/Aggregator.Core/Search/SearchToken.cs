using System.Text;
using Aggregator.Model;

namespace Aggregator.Search;

internal enum SearchTokenKind
{
    Word,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
    Field,
    End,
}

/// <param name="Position">Characters from the start of the query.</param>
/// <param name="Text">As typed.</param>
/// <param name="Prefix">A word that ended in a star; the star is not in <paramref name="Text"/>.</param>
/// <param name="Distance">Of NEAR.</param>
internal sealed record SearchToken(SearchTokenKind Kind, int Position, string Text, bool Prefix = false, int Distance = 0, SearchField Field = SearchField.Any)
{
    /// <summary>Nothing in it that an index could hold: an ampersand or a dash between words.</summary>
    public bool IsOnlyPunctuation =>
        Kind is SearchTokenKind.Word or SearchTokenKind.Phrase && !Text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) || Rune.IsNumber(rune));
}
