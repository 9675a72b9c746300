namespace Aggregator.Stories.Copies;

public class CopyWordsTests
{
    [Theory]
    [InlineData("the company's plan", "company plan")]
    [InlineData("organisation", "organization")]
    [InlineData("a modelled programme", "modeled program")]
    [InlineData("defence", "defense")]
    [InlineData("1,000 cars", "1000 cars")]
    [InlineData("$700bn", "700 billion")]
    [InlineData("COLOUR", "color")]
    [InlineData("It is what it is", "")]
    public void Spellings_of_one_word_are_equal(string a, string b) => Assert.Equal(Values(b), Values(a));

    [Theory]
    [InlineData("cells", "sells")]
    [InlineData("2030", "2031")]
    [InlineData("19.4", "194")]
    public void Other_words_are_not(string a, string b) => Assert.NotEqual(Values(a), Values(b));

    [Fact]
    public void Numbers_and_names_inside_sentences_are_facts()
    {
        var text = "Yesterday Norvik sold 400 cars. Analysts doubt it.";
        var facts = CopyWords.Of(text).Where(w => CopyWords.IsFact(w.Code)).Select(w => text[w.Start..w.End]);
        Assert.Equal(["Norvik", "400"], facts);
    }

    [Theory]
    [InlineData("it rose. Norvik fell", "")]
    [InlineData("it rose! Norvik fell", "")]
    [InlineData("it rose? Norvik fell", "")]
    [InlineData("it rose\nNorvik fell", "")]
    [InlineData("it rose: Norvik fell", "")]
    [InlineData("it rose “Norvik fell”", "")]
    [InlineData("it rose, Norvik fell", "Norvik")]
    [InlineData("it rose (Norvik) fell", "Norvik")]
    [InlineData("it rose 3rd", "3")]
    [InlineData("3 rose", "3")]
    public void A_capital_behind_the_end_of_a_sentence_is_no_name(string text, string facts) =>
        Assert.Equal(facts, string.Join(' ', CopyWords.Of(text).Where(w => CopyWords.IsFact(w.Code)).Select(w => text[w.Start..w.End])));

    [Theory]
    [InlineData("price 1,000,000.50 crowns", "price|1,000,000.50|crowns")]
    [InlineData("price 1, 2. 3", "price|1|2|3")]
    [InlineData("ends in 5.", "ends|5")]
    [InlineData("version 5.x or x.5", "version|5|x|x|5")]
    [InlineData("mill's 'quoted' dogs' driver’s rock'", "mill's|quoted|dogs|driver’s|rock")]
    [InlineData("5'6 a'5", "5|6|5")]
    [InlineData("700bn b700", "700|bn|b700")]
    [InlineData("電池abc電", "電|池|abc|電")]
    [InlineData("あb", "あ|b")]
    [InlineData("ぁb", "ぁ|b")]
    [InlineData("ｚｘ", "ｚｘ")]
    [InlineData("b5'xy", "b5|xy")]
    public void Words_end_where_a_reader_would_end_them(string text, string words) =>
        Assert.Equal(words, string.Join('|', CopyWords.Of(text).Select(w => text[w.Start..w.End])));

    [Fact]
    public void A_run_of_letters_without_end_is_known_by_its_beginning()
    {
        var run = new string('x', 64);
        Assert.Equal(Values(run), Values(run + "y"));
        Assert.NotEqual(Values(run[..63] + "z"), Values(run));
        Assert.Equal(65, CopyWords.Of(run + "y")[0].End);
    }

    [Fact]
    public void Fingerprints_of_a_shared_passage_are_shared()
    {
        var passage = Enumerable.Range(0, 30).Select(i => (uint)(i * 2654435761u)).ToArray();
        var a = Picked([.. Enumerable.Range(0, 40).Select(i => (uint)(i * 40503u) + 7), .. passage]);
        var b = Picked([.. passage, .. Enumerable.Range(0, 50).Select(i => (uint)(i * 69069u) + 3)]);
        Assert.True(a.Intersect(b).Count() >= 2);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(8)]
    [InlineData(5)]
    [InlineData(0)]
    public void The_smallest_of_every_window_is_picked_and_six_of_a_short_text(int count)
    {
        // Few different values, so that windows have ties.
        var triples = Enumerable.Range(1, count).Select(i => (uint)(i * 2654435761u) >> 27).ToArray();
        var smallest = Enumerable.Range(0, Math.Max(0, count - 7)).Select(i => triples[i..(i + 8)].Min());
        var ofShort = count > 8 ? [] : triples.Order().Take(6);

        Assert.Equal(smallest.Concat(ofShort).Distinct().Order(), Picked(triples));
    }

    [Fact]
    public void The_table_stops_at_its_cap()
    {
        var table = new FingerprintTable();
        var found = new int[4];
        for (var i = 0; i < 5000; i++)
            table.Add([42u, (uint)i + 100], i);
        Assert.Equal(4, table.Find(42, found));
        Assert.Equal(1, table.Find(4421, found));
        Assert.Equal(4321, found[0]);
        Assert.Equal(0, table.Find(1, found));
    }

    [Fact]
    public void What_is_taken_out_of_the_table_is_not_found_and_the_rest_is()
    {
        var table = new FingerprintTable();
        var found = new int[8];
        for (var i = 0; i < 6000; i++)
            table.Add([(uint)i / 2, 1_000_000], i);
        table.Remove([.. Enumerable.Range(0, 6000).Select(i => i % 2 == 0 || i < 5900)]);
        Assert.Equal(1, table.Find(2999, found));
        Assert.Equal(5999, found[0]);
        Assert.Equal(0, table.Find(100, found));
        Assert.Equal(8, table.Find(1_000_000, found));
        Assert.Equal([5999, 5997, 5995], found[..3]);
    }

    private static List<uint> Picked(uint[] triples)
    {
        var picked = new List<uint>();
        Winnowing.Pick(triples, 8, picked);
        return picked;
    }

    private static IEnumerable<uint> Values(string text) => CopyWords.Of(text).Select(w => CopyWords.Value(w.Code));
}
