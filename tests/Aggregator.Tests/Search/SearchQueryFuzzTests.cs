using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Search;

public sealed class SearchQueryFuzzTests
{
    private static readonly string[] Pieces =
        ["a", "tesla", "電", "\"", "“", "(", ")", "*", "-", ":", "title:", "x:", "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/", " ", "  ", "\0", "\ud83d", "🚗", "\ue000", "'", "&", "é", "//"];

    [Fact]
    public void Never_throws_on_any_text() => Prop.ForAll<string>(text => Holds(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throws_on_pieces_of_the_language_in_any_order() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), Holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool Holds(string text) => SearchQuery.Parse(text) switch
    {
        SearchParse.Parsed => true,
        SearchParse.Invalid invalid => invalid.Position >= 0 && invalid.Position <= text.Length && invalid.Message.Length > 0 && invalid.Hint.Length > 0,
        _ => false,
    };
}
