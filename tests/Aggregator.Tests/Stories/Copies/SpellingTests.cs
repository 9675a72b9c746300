namespace Aggregator.Stories.Copies;

public class SpellingTests
{
    [Theory]
    [InlineData("organised", "organized")]
    [InlineData("odours", "odors")]
    [InlineData("litres", "liters")]
    [InlineData("tyre", "tire")]
    [InlineData("tyres", "tires")]
    [InlineData("bn", "billion")]
    [InlineData("analyse", "analyze")]
    [InlineData("dialogue", "dialog")]
    [InlineData("promise", "promize")]
    [InlineData("favour", "favor")]
    public void Endings_that_sub_editors_change_are_levelled(string word, string levelled) => Assert.Equal(levelled, Normalize(word));

    [Theory]
    [InlineData("raise")]
    [InlineData("ours")]
    [InlineData("tyres2")]
    [InlineData("2bn")]
    [InlineData("überbn")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("zé")]
    [InlineData("éz")]
    [InlineData("{z")]
    [InlineData("z{")]
    [InlineData("aa")]
    [InlineData("zz")]
    public void Other_words_stay(string word) => Assert.Equal(word, Normalize(word));

    private static string Normalize(string word)
    {
        Span<char> text = stackalloc char[64];
        word.CopyTo(text);
        return text[..Spelling.Normalize(text, word.Length)].ToString();
    }
}
