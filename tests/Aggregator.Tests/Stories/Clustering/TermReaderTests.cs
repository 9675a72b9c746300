using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

public sealed class TermReaderTests
{
    private static List<RawTerm> Read(string title, string text = "", string? language = null) =>
        TermReader.Read(Articles.Make(1, "a.example", 0, title, text, language), 150);

    private static string[] Words(string title, string? language = null) => [.. Read(title, language: language).Select(t => t.Text)];

    [Theory]
    [InlineData("arrests arrested arresting arrest")]
    [InlineData("releases released releasing release")]
    [InlineData("batteries battery")]
    [InlineData("crashes crash")]
    [InlineData("stopped stops stopping stop")]
    [InlineData("Tesla Tesla's Tesla’s")]
    [InlineData("café cafe")]
    public void Forms_of_one_word_meet(string forms) => Assert.Single(forms.Split(' ').SelectMany(f => Words(f)).Distinct());

    [Theory]
    [InlineData("news new")]
    [InlineData("bus bu")]
    [InlineData("thing th")]
    [InlineData("speed spe")]
    [InlineData("2.5 25")]
    public void Different_words_stay_apart(string words) => Assert.NotEqual(Stemmer.Stem(words.Split(' ')[0], "en"), Stemmer.Stem(words.Split(' ')[1], "en"));

    [Fact]
    public void Thousands_separators_do_not_make_another_number() => Assert.Equal(Words("84,000 sold"), Words("84000 sold"));

    [Theory]
    [InlineData("The carmaker and the union", "carmaker union")]
    [InlineData("Der Hersteller und die Gewerkschaft nicht", "herstell gewerkschaft")]
    [InlineData("El fabricante y los sindicatos de la ciudad", "fabricant sindicat ciudad")]
    public void Function_words_are_left_out_in_the_language_of_the_text(string title, string expected) =>
        Assert.Equal(expected.Split(' '), Words(title));

    [Fact]
    public void A_stated_language_goes_before_a_guess() => Assert.DoesNotContain("die", Words("die Batterie", "de-AT"));

    [Fact]
    public void Text_without_spaces_comes_in_pairs() => Assert.Equal(["電気", "気自", "自動", "動車"], Words("電気自動車"));

    [Fact]
    public void Headline_words_count_twice()
    {
        var terms = Read("battery", "recall of the battery").ToDictionary(t => t.Text, t => t.Count);

        Assert.Equal(3, terms["battery"]);
        Assert.Equal(1, terms["recall"]);
    }

    [Fact]
    public void Capitals_inside_a_sentence_are_names_and_those_that_open_one_are_not()
    {
        var terms = Read("", "Sales fell as Norvolt lost ground. Dealers worried.").ToDictionary(t => t.Text, t => t.Kind);

        Assert.True(terms["norvolt"].HasFlag(TermKind.Name));
        Assert.False(terms["dealer"].HasFlag(TermKind.Name));
        Assert.False(terms["sale"].HasFlag(TermKind.Name));
    }

    [Fact]
    public void Capitals_of_a_headline_in_title_case_are_no_names() =>
        Assert.All(Read("Carmaker Recalls Thousands Of Sedans After Battery Fires"), t => Assert.False(t.Kind.HasFlag(TermKind.Name)));

    [Fact]
    public void Words_after_the_lead_do_not_count() =>
        Assert.DoesNotContain(TermReader.Read(new ArticleText { Id = 1, Outlet = "", Title = "", Text = "alpha beta gamma", Published = Articles.Start }, 2), t => t.Text == "gamma");
}
