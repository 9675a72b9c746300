namespace Aggregator.Text.Languages;

public class LanguageDetectorTests
{
    public static TheoryData<string, string> Lists()
    {
        var lists = new TheoryData<string, string>();
        foreach (var line in EmbeddedFile.Lines("Text.Languages.function-words.txt"))
        {
            var parts = line.Split(':', '|');
            lists.Add(parts[0], parts[1]);
        }

        return lists;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Tells_every_language_by_its_own_words(string language, string words) => Assert.Equal(language, LanguageDetector.Detect(words));

    [Theory]
    [InlineData("ja", "新しい電気自動車は、一回の充電で長く走ることができる")]
    [InlineData("zh", "我们的新能源汽车是在这里生产的")]
    [InlineData("ko", "새로운 전기차는 한 번의 충전으로 더 멀리 갈 수 있다")]
    public void Tells_a_language_by_its_script(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("fur", "de", true)]
    [InlineData("with", "de", true)]
    [InlineData("fur", "en", false)]
    [InlineData("with", "xx", true)]
    public void Knows_the_function_words_of_a_language_and_of_english(string word, string language, bool known) =>
        Assert.Equal(known, FunctionWords.Contains(word, language));
}
