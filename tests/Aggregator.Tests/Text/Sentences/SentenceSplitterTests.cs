namespace Aggregator.Text.Sentences;

public class SentenceSplitterTests
{
    /// <summary>Sentences are divided by a bar here; the splitter gets the text with a space in its place.</summary>
    [Theory]
    // abbreviations, initials, acronyms
    [InlineData("Mr. Trump met Dr. J. R. Smith on Tuesday.|They talked for an hour.")]
    [InlineData("Sen. Chuck Grassley, R-Iowa, spoke.|He left at 5 p.m. on Friday.")]
    [InlineData("The U.S. Army left at 5 a.m.|The mayor stayed.")]
    [InlineData("The deal was closed by Norvik Inc. and Hallgren Corp. in May.|It had taken years.")]
    [InlineData("He was born in St. Louis, Mo. and lives in the U.S.|He is 50.")]
    [InlineData("Is that so?|Yes!|No.|He said no.|Then he left.")]
    [InlineData("See No. 5 for more, e.g. Figure 2.|It is large.")]
    // numbers
    [InlineData("The price rose 3.5 percent to $1.2 billion in 2020.|The year before it fell.")]
    [InlineData("1. Results of the survey")]
    [InlineData("Prices rose 12.|Shares fell.")]
    // quotations
    [InlineData("“We win.|We lose,” he said.|“It happens.”|Nobody knows why.")]
    [InlineData("\"Stop!\" he cried.|\"Why?\" she asked.|Nobody moved.")]
    [InlineData("He said: \"We have won.\"|The crowd cheered (and sang.)|It was late...|Or so they thought.")]
    [InlineData("He waited ... and waited.|Nothing came.")]
    // a space that was forgotten, and addresses
    [InlineData("It tells FoxNews.com that it will end by 2030.|See Node.js for more.")]
    [InlineData("Am 3. Oktober trafen sich z. B. Dr. Meier und Hr. Schulz.|Der 2. Weltkrieg war lange vorbei.|„Das war’s.“|Niemand lachte.", "de")]
    [InlineData("Das kostet ca. 5 Mio. Euro, d.h. zu viel.|Die Stadt zahlt bzw. leiht.|Es bleibt bei Nr. 7.")]
    [InlineData("M. Dupont et Mme Roy ont voté.|« C’est fini. »|Le maire a dit non !|Il part le 3 mai.")]
    [InlineData("El Sr. García llegó a EE. UU. el martes.|¿Quién lo vio?|¡Nadie!|La policía busca.")]
    [InlineData("L'accordo vale 3,5 milioni.|Il ministro è d'accordo.|«Va bene.»|Nessuno protesta.")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string? language = null) => Assert.Equal(text.Split('|'), Split(text.Replace('|', ' '), language));

    [Fact]
    public void Scripts_without_spaces_end_sentences_with_their_own_marks()
    {
        Assert.Equal(["特斯拉宣布降价。", "他说：“我们很高兴。”", "价格是3.5万元！", "真的吗？"], Split("特斯拉宣布降价。他说：“我们很高兴。”价格是3.5万元！真的吗？"));
        Assert.Equal(["「行きます。」", "彼は言った。"], Split("「行きます。」彼は言った。"));
    }

    [Fact]
    public void Headings_and_items_of_lists_are_sentences_of_their_own() =>
        Assert.Equal(["What we know", "The plant is closed.", "• 400 jobs", "• no date yet"], Split("What we know\nThe plant is closed.\n\n• 400 jobs\r\n• no date yet\n"));

    [Fact]
    public void A_forgotten_space_still_ends_a_sentence() =>
        Assert.Equal(["It ends this decade.", "The US is set for more."], Split("It ends this decade.The US is set for more."));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void White_space_has_no_sentences(string text) => Assert.Empty(Split(text));

    [Fact]
    public void Nothing_but_white_space_is_lost_of_any_text()
    {
        // All characters that the splitter looks at, in an order that repeats by no short period.
        const string Marks = ". !?…”\"“„«»')(\n\r。！A aZ9Mr.No.12.x。「」\u00A0U.S. Dr";
        var seed = 17;
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => Marks[(seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF) / 7 % Marks.Length]));

            var ranges = SentenceSplitter.Split(text);

            Assert.Equal(Solid(text), Solid(string.Concat(ranges.Select(range => text[range]))));
            Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.End.Value <= pair.Second.Start.Value));
        }
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string[] Split(string text, string? language = null) => [.. SentenceSplitter.Split(text, language).Select(range => text[range])];
}
