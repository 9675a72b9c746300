using Aggregator.Model;
using Aggregator.Text;

namespace Aggregator.Stories.Tags;

public class TaggerTests
{
    private const string Topics = """
        {
          "topics": {
            "electric vehicles": { "terms": { "*": ["electric car", "EV"], "de": ["Elektroauto", "Elektroautos"] }, "weak": ["plug-in"] },
            "batteries": { "terms": ["battery cell"], "weak": ["battery", "cathode"], "except": ["assault and battery"] }
          },
          "people": { "Elon Musk": [], "Tim Cook": [], "Anna Berg": [], "Lars Berg": [], "Xi Jinping": { "short": ["Xi"] } },
          "companies": {
            "Norvik": ["Norvik Motors"],
            "Apple": { "aliases": ["Apple Inc"], "except": ["Big Apple"], "common": true },
            "Citroën": [],
            "McDonald's": [],
            "ドコモ": [],
            "AT&T": []
          },
          "places": { "China": [], "United States": ["US", "U.S."], "São Paulo": [] }
        }
        """;

    private static readonly Tagger Own = Tagger.Load(Topics);

    [Theory]
    [InlineData("Elon Musk spoke. Musk left.", "Elon Musk", 2)]
    [InlineData("Tim Cook's plan.", "Tim Cook", 1)]
    [InlineData("Xi Jinping met them, and Xi smiled.", "Xi Jinping", 2)]
    [InlineData("Workers at Norvik Motors and Norvik's bank.", "Norvik", 2)]
    [InlineData("NORVIK IN COURT", "Norvik", 1)]
    [InlineData("The Citroen and the Citroën.", "Citroën", 2)]
    [InlineData("He left AT&T for good.", "AT&T", 1)]
    [InlineData("It is sold in the U.S. and the US only.", "United States", 2)]
    [InlineData("From Sao Paulo to São Paulo.", "São Paulo", 2)]
    [InlineData("Apple rose. Apple fell.", "Apple", 2)]
    [InlineData("Lunch at McDonald's again.", "McDonald's", 1)]
    [InlineData("NTTドコモは新しいスマートフォンを発表した", "ドコモ", 1)]
    [InlineData("They bought Apple shares.", "Apple", 1)]
    public void Names_are_found_under_all_their_forms(string text, string name, int count) => Assert.Equal(count, Find(text, name)?.Count);

    [Theory]
    [InlineData("Musk is a scent.", "Elon Musk")]
    [InlineData("Cook the rice.", "Tim Cook")]
    [InlineData("tell us more", "United States")]
    [InlineData("fine china plates", "China")]
    [InlineData("Chinatown is near.", "China")]
    [InlineData("Apple pie is good.", "Apple")]
    [InlineData("She loves the Big Apple in spring.", "Apple")]
    [InlineData("norvik", "Norvik")]
    [InlineData("Michael McDonald sings.", "McDonald's")]
    [InlineData("It costs US$5 now.", "United States")]
    public void What_only_looks_like_a_name_is_not(string text, string name) => Assert.Null(Find(text, name));

    [Fact]
    public void A_surname_belongs_to_the_person_who_was_named_in_full_last()
    {
        var tags = Own.Tag("", "Anna Berg spoke. Berg left. Lars Berg came. Berg sat down and Berg ate.", "en");
        Assert.Equal(2, tags.Single(t => t.Name == "Anna Berg").Count);
        Assert.Equal(3, tags.Single(t => t.Name == "Lars Berg").Count);
    }

    [Fact]
    public void A_surname_in_the_headline_counts_when_the_text_has_the_full_name() =>
        Assert.Equal(2, Own.Tag("Musk wins", "The day of Elon Musk.", "en").Single().Count);

    [Theory]
    [InlineData("An electric car came.", "electric vehicles")]
    [InlineData("Electric Cars everywhere", "electric vehicles")]
    [InlineData("Cheap EVs sell.", "electric vehicles")]
    [InlineData("The battery-cell maker.", "batteries")]
    [InlineData("One battery here, two batteries there.", "batteries")]
    public void Topics_are_found_in_any_case_and_number(string text, string topic) => Assert.NotNull(Find(text, topic));

    [Theory]
    [InlineData("The battery is flat.", "batteries")]
    [InlineData("Ev and eve went.", "electric vehicles")]
    [InlineData("An electric guitar and a car.", "electric vehicles")]
    public void One_weak_or_wrong_word_makes_no_topic(string text, string topic) => Assert.Null(Find(text, topic));

    [Fact]
    public void A_topic_is_not_looked_for_by_its_own_title() => Assert.Empty(Tagger.Load("""{"topics":{"space":["rocket launch"]}}""").Tag("", "There is space on the shelf.", "en"));

    [Fact]
    public void A_weak_word_in_the_headline_makes_a_topic() => Assert.Contains(Own.Tag("Battery prices fall", "", "en"), t => t.Name == "batteries");

    [Theory]
    [InlineData("de", true)]
    [InlineData("de-AT", true)]
    [InlineData(null, true)]
    [InlineData("en", false)]
    public void Spellings_of_a_language_count_in_that_language(string? language, bool found) =>
        Assert.Equal(found, Own.Tag("", "Das Elektroauto ist da.", language).Any(t => t.Name == "electric vehicles"));

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "(root): expected object, found array")]
    [InlineData("""{"themes":{}}""", "themes: unknown section; known are topics, people, companies, places")]
    [InlineData("""{"topics":[]}""", "topics: expected object, found array")]
    [InlineData("""{"topics":{"x":{"terms":[1]}}}""", "topics.x.terms[0]: expected string, found number")]
    [InlineData("""{"topics":{"x":{"words":[]}}}""", "topics.x.words: unknown property")]
    [InlineData("""{"topics":{"x":{"terms":{"de":["a",""]}}}}""", "topics.x.terms.de[1]: the term has no letter or digit")]
    [InlineData("""{"people":{"A B":[],"A B":[]}}""", "people.A B: the name stands there twice")]
    [InlineData("""{"people":{"A B":{"common":1}}}""", "people.A B.common: must be true or false")]
    [InlineData("""{"companies":{"--":[]}}""", "companies.--: the name has no letter or digit")]
    public void A_faulty_list_is_refused_with_place_and_fault(string json, string message)
    {
        var fault = Assert.Throws<FormatException>(() => Tagger.Load(json));
        Assert.Contains(message, fault.Message);
        Assert.StartsWith("topics.json: ", fault.Message);
    }

    [Fact]
    public void The_built_in_list_knows_the_field()
    {
        var tags = Tagger.Default.Tag(
            "Musk flies to Beijing",
            "Elon Musk landed in China on Monday. Tesla wants to sell its self-driving software there. Electric vehicles, artificial intelligence and clean energy were on the table.",
            "en");
        Assert.Superset(new HashSet<string> { "Elon Musk", "China", "Tesla", "Beijing", "autonomous driving", "electric vehicles", "artificial intelligence", "clean energy" }, tags.Select(t => t.Name).ToHashSet());
        Assert.Equal(2, tags.Single(t => t.Name == "Elon Musk").Count);
    }

    [Fact]
    public void Tags_come_most_named_first()
    {
        var tags = Own.Tag("", "China, China, China, Norvik.", "en");
        Assert.Equal([new Tag("place", "China", 3), new Tag("company", "Norvik", 1)], tags);
    }

    private static Tag? Find(string text, string name) => Own.Tag("", text, "en").SingleOrDefault(t => t.Name == name);

    [Fact]
    public void No_spelling_of_the_built_in_list_names_two_people_companies_or_places()
    {
        var spellings = TopicsReader.Read(EmbeddedFile.Read("Stories.Tags.topics.json"))
            .Where(entry => entry.Kind != TagEntry.Topic)
            .SelectMany(entry => entry.Patterns.Where(pattern => pattern.Strength == TagStrength.Full).Select(pattern => (entry.Name, Key: string.Join(' ', TagWords.Of(pattern.Text).Select(word => word.Text)))))
            .Distinct();

        Assert.Empty(spellings.GroupBy(spelling => spelling.Key).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(spelling => spelling.Name))}"));
    }

    [Theory]
    [InlineData("nl", "Bij het station staan zes laadpalen.", "charging")]
    [InlineData("pl", "Nowa elektrownia jądrowa powstanie nad morzem.", "nuclear power")]
    [InlineData("it", "La guida autonoma arriva a Torino.", "autonomous driving")]
    [InlineData("ko", "반도체 수출이 늘었다", "semiconductors")]
    public void Topics_are_known_in_their_own_language(string language, string text, string topic) =>
        Assert.Contains(Tagger.Default.Tag("", text, language), tag => tag.Name == topic);
}
