using Aggregator.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Stories.Novelty;

public class StoryNoveltyTests
{
    private const string First = """
        Norvik Motors will build a second battery plant near the harbour of Lindesund, the company announced on Tuesday.
        The plant is to employ 2,300 people once the last of its four halls opens in 2031.
        Local fishermen had fought the plan in court because warm cooling water would have flowed into the fjord.
        Norvik now promises a closed cooling circuit and a fund of 90 million crowns for the old spawning grounds.
        "This agreement is a model for heavy industry in sensitive landscapes," chief executive Marit Solheim said.
        """;

    private const string Second = """
        Norvik Motors said on Tuesday that it will build a second battery plant near the harbour of Lindesund.
        The fishermen's lawyer Odd Berge called the closed circuit a victory and announced that the lawsuit will be dropped this week.
        The grid operator warned that a second cable across the mountains cannot be ready before 2033.
        "This agreement is a model for heavy industry in sensitive landscapes," said Marit Solheim, the chief executive.
        """;

    private const string Unrelated = """
        A rare copy of an early atlas was sold at auction in Vienna for three times its estimate.
        Several museums had hoped to acquire the volume, which once belonged to a travelling surgeon.
        The buyer, a library in Lisbon, wants to show it to visitors from autumn on.
        """;

    /// <summary>Texts in five languages, each in four sentences.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "en", First },
        { "de", "Der Konzern baut ein zweites Werk am Hafen von Lindesund.\nDort sollen ab 2031 rund 2300 Menschen arbeiten.\nFischer hatten gegen den Plan geklagt.\n„Wir sind froh“, sagte Vorstandschefin Solheim." },
        { "fr", "Le constructeur bâtira une deuxième usine près du port de Lindesund.\nElle emploiera 2300 personnes à partir de 2031.\nLes pêcheurs avaient saisi la justice.\n« C'est un bon accord », a déclaré Marit Solheim." },
        { "es", "El fabricante construirá una segunda planta junto al puerto de Lindesund.\nDará empleo a 2300 personas desde 2031.\nLos pescadores habían acudido a los tribunales.\n«Es un buen acuerdo», dijo Marit Solheim." },
        { "zh", "诺维克汽车公司将在林德松港附近建设第二座电池工厂。\n该工厂2031年投产后将雇用2300人。\n当地渔民曾因冷却水问题提起诉讼。\n首席执行官表示对协议感到满意。" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_sentence_of_a_copy_is_known_and_names_its_source(string language, string text)
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "A headline", text, language));

        var copy = novelty.Add(Article(2, "A headline", text, language));

        Assert.All(copy.Sentences, sentence =>
        {
            Assert.Equal(SentenceNovelty.Known, sentence.Novelty);
            Assert.Equal((1, sentence.Number), (sentence.Source!.Article, sentence.Source.Sentence));
            Assert.Empty(sentence.NewWords);
        });
        Assert.Equal(0, copy.Novelty);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_sentence_of_the_first_article_is_new(string language, string text)
    {
        var first = new StoryNovelty().Add(Article(1, "A new battery plant in the north", text, language));

        Assert.All(first.Sentences, sentence => Assert.Equal((SentenceNovelty.New, null), (sentence.Novelty, sentence.Source)));
        Assert.Equal(1, first.Novelty);
    }

    [Fact]
    public void Every_sentence_of_an_unrelated_text_is_new()
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "Norvik builds plant", First));
        novelty.Add(Article(2, "Fishermen drop lawsuit", Second));

        var other = novelty.Add(Article(3, "Atlas goes to Lisbon", Unrelated));

        Assert.All(other.Sentences, sentence => Assert.Equal(SentenceNovelty.New, sentence.Novelty));
    }

    [Fact]
    public void Sentences_that_tell_again_are_known_and_others_new()
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "Norvik builds plant", First));

        var second = novelty.Add(Article(2, "Fishermen drop lawsuit over Norvik plant", Second)).Sentences;

        Assert.Equal((SentenceNovelty.Known, 2), (second[1].Novelty, second[1].Source!.Sentence));
        Assert.Equal(SentenceNovelty.New, second[2].Novelty);
        Assert.Contains("Berge", second[2].NewWords);
        Assert.Equal(SentenceNovelty.New, second[3].Novelty);
        Assert.Contains("2033", second[3].NewWords);
        Assert.Equal((SentenceNovelty.Known, 6), (second[4].Novelty, second[4].Source!.Sentence));
    }

    [Theory]
    [InlineData("de", "Ab 2031 sollen in dem Werk rund 2300 Menschen arbeiten.", "Der Netzbetreiber warnt, dass ein zweites Kabel durch die Berge erst 2033 fertig wird.")]
    [InlineData("fr", "À partir de 2031, elle emploiera environ 2300 personnes.", "Le gestionnaire du réseau prévient qu'un second câble à travers la montagne ne sera pas prêt avant 2033.")]
    [InlineData("es", "Desde 2031 dará empleo a unas 2300 personas.", "El operador de la red advierte que un segundo cable por la montaña no estará listo antes de 2033.")]
    [InlineData("zh", "该工厂2031年投产后雇用2300人。", "电网运营商警告说穿越山区的第二条电缆要到2033年才能完工。")]
    public void Other_languages_are_told_apart_too(string language, string retold, string added)
    {
        var text = (string)Texts.First(row => (string)row[0] == language)[1];
        var novelty = new StoryNovelty();
        novelty.Add(1, ["", .. text.Split('\n')], language);

        var verdicts = novelty.Add(2, ["", retold, added], language).Sentences;

        Assert.Equal((SentenceNovelty.Known, 3), (verdicts[1].Novelty, verdicts[1].Source!.Sentence));
        Assert.Equal(SentenceNovelty.New, verdicts[2].Novelty);
    }

    [Fact]
    public void Who_came_first_has_the_news()
    {
        var (forwards, backwards) = (new StoryNovelty(), new StoryNovelty());

        var (first, second) = (forwards.Add(Article(1, "", First)), forwards.Add(Article(2, "", Second)));
        var (secondFirst, firstSecond) = (backwards.Add(Article(2, "", Second)), backwards.Add(Article(1, "", First)));

        Assert.Equal((1, 1), (first.Novelty, secondFirst.Novelty));
        Assert.InRange(second.Novelty, 0.2, 0.8);
        Assert.InRange(firstSecond.Novelty, 0.2, 0.8);
        Assert.Equal(2, firstSecond.Sentences[1].Source!.Article);
    }

    [Theory]
    [InlineData("The plant is to employ 2,800 people once the last of its four halls opens in 2031.", "2,300", "2,800")]
    [InlineData("Norvik promises a closed cooling circuit and a fund of 120 million crowns for spawning grounds.", "90", "120")]
    public void The_same_claim_with_another_figure_is_changed(string sentence, string before, string after)
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "", First));

        var verdict = novelty.Add(Article(2, "", sentence)).Sentences[1];

        Assert.Equal((SentenceNovelty.Changed, new FigureChange(before, after)), (verdict.Novelty, verdict.Change));
    }

    [Fact]
    public void Another_month_is_changed()
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "", "Officials said that Defence Secretary Jim Mattis will leave the Pentagon at the end of February."));

        var verdict = novelty.Add(Article(2, "", "Defence Secretary Jim Mattis will leave the Pentagon at the beginning of January already.")).Sentences[1];

        Assert.Equal((SentenceNovelty.Changed, new FigureChange("February", "January")), (verdict.Novelty, verdict.Change));
    }

    [Theory]
    [InlineData("The harbour museum closed its 90 rooms in spring.")]
    [InlineData("The plant is to employ 2,300 people once the last of its four halls opens in 2031.")]
    public void Another_claim_and_the_same_figure_are_not_changed(string sentence)
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "", First));

        Assert.NotEqual(SentenceNovelty.Changed, novelty.Add(Article(2, "", sentence)).Sentences[1].Novelty);
    }

    [Theory]
    [InlineData("Crazy!")]
    [InlineData("I get it.")]
    [InlineData("* * *")]
    public void What_reports_nothing_is_none(string sentence)
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "", First));

        Assert.Equal(SentenceNovelty.None, novelty.Add(Article(2, "", sentence)).Sentences[1].Novelty);
    }

    [Fact]
    public void Numbers_and_units_are_known_however_they_are_written()
    {
        var novelty = new StoryNovelty();
        novelty.Add(Article(1, "", "The wind sector added 97 GW of capacity and three percent of its 35 kilometers of cable in a record year."));

        var verdict = novelty.Add(Article(2, "", "The wind sector added 97GW of capacity and 3% of its 35km of cable in a record year.")).Sentences[1];

        Assert.Equal(SentenceNovelty.Known, verdict.Novelty);
        Assert.Empty(verdict.NewWords);
    }

    [Fact]
    public void Of_any_texts_a_copy_is_known_in_any_order_of_its_sentences_and_a_stranger_is_new()
    {
        // Seven words a sentence, of two vocabularies that share none.
        var sentences = Gen.Choose(0, 199).ArrayOf(7).ArrayOf(6);
        Prop.ForAll(sentences.ToArbitrary(), sentences.ToArbitrary(), (one, two) =>
        {
            string[] told = [.. one.Select(words => Sentence('b', words))];
            string[] strange = [.. two.Select(words => Sentence('k', words))];
            var novelty = new StoryNovelty();
            novelty.Add(1, told, "en");

            var copy = novelty.Add(2, [.. told.Reverse()], "en");
            var stranger = novelty.Add(3, strange, "en");

            return copy.Novelty == 0 && stranger.Sentences.All(sentence => sentence.Novelty == SentenceNovelty.New);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void What_an_article_adds_does_not_depend_on_what_comes_later()
    {
        ArticleText[] articles = [Article(1, "One", First), Article(2, "Two", Second), Article(3, "Three", Unrelated), Article(4, "Four", First + Second)];
        var (whole, again) = (new StoryNovelty(), new StoryNovelty());

        var all = articles.Select(whole.Add).ToList();

        Assert.Equivalent(all.Take(3), articles.Take(3).Select(again.Add).ToList(), strict: true);
    }

    /// <summary>Words that begin with the letter and have no other meaning.</summary>
    private static string Sentence(char letter, int[] words) => $"{string.Join(' ', words.Select(word => $"{letter}u{(char)('c' + (word % 20))}o{(char)('c' + (word / 20))}ax"))}.";

    private static ArticleText Article(long id, string title, string text, string? language = "en") => new()
    {
        Id = id,
        Outlet = $"outlet{id}.example",
        Title = title,
        Text = text,
        Language = language,
        Published = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddHours(id),
    };
}
