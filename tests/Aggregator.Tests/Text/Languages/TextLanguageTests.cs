namespace Aggregator.Text.Languages;

public class TextLanguageTests
{
    private const string German = "Der Netzbetreiber sagte am Dienstag, dass die neue Speicheranlage bei Halvik die Abendspitze vom alten Gaskraftwerk übernehmen wird, "
        + "das seit dem Frühjahr mit Verlust läuft. Elf Monate lang haben Ingenieure die vierhundert Schränke verkabelt.";

    private const string English = "The grid operator said on Tuesday that the new storage plant near Halvik will take over the evening peak from the old gas station, "
        + "which has been running at a loss since spring. Engineers spent eleven months wiring the four hundred cabinets.";

    [Theory]
    [InlineData(null, "de")]
    [InlineData("", "de")]
    [InlineData("en-us", "de")]
    [InlineData("en", "de")]
    [InlineData("ja", "de")]
    [InlineData("de-AT", "de-AT")]
    [InlineData("DE", "DE")]
    public void Long_prose_goes_before_a_templates_default(string? declared, string told) => Assert.Equal(told, TextLanguage.Of(declared, German));

    [Theory]
    [InlineData("de", "en")]
    [InlineData("en-GB", "en-GB")]
    public void English_is_no_default_that_always_wins(string declared, string told) => Assert.Equal(told, TextLanguage.Of(declared, English));

    [Theory]
    [InlineData("The new storage plant takes over the evening peak", "en")]
    [InlineData("Neue Batterie lädt in zehn Minuten", "de")]
    [InlineData("La nouvelle batterie se charge en dix minutes", "fr")]
    [InlineData("La nueva batería se carga en diez minutos", "es")]
    [InlineData("La nuova batteria si ricarica in dieci minuti", "it")]
    [InlineData("A nova bateria carrega em dez minutos, diz a empresa", "pt")]
    [InlineData("De nieuwe accu laadt in tien minuten op", "nl")]
    [InlineData("Nowa bateria ładuje się w dziesięć minut", "pl")]
    [InlineData("Nová baterie se nabije za deset minut, řekla firma", "cs")]
    [InlineData("Новая батарея заряжается за десять минут", "ru")]
    [InlineData("Нова батарея заряджається за десять хвилин", "uk")]
    [InlineData("Uusi akku latautuu kymmenessä minuutissa", "fi")]
    [InlineData("Yeni batarya on dakikada şarj oluyor", "tr")]
    [InlineData("Η νέα μπαταρία φορτίζει σε δέκα λεπτά", "el")]
    [InlineData("הסוללה החדשה נטענת בעשר דקות", "he")]
    [InlineData("新しい電池は十分で充電できる", "ja")]
    [InlineData("新电池十分钟充满", "zh")]
    [InlineData("नई बैटरी दस मिनट में चार्ज होती है", "hi")]
    [InlineData("नवी बॅटरी दहा मिनिटांत चार्ज होते आणि ती स्वस्त आहे", "mr")]
    [InlineData("Baterai baru itu bisa diisi dalam sepuluh menit, kata mereka", "id")]
    public void A_title_alone_tells_its_language(string title, string language) => Assert.Equal(language, TextLanguage.Of(null, title));

    [Theory]
    [InlineData("de", "No Time to Die")]
    [InlineData("de", "Happy Coffee SIDAMO Bio Bohnen")]
    [InlineData("en", "Villa Galaxy")]
    [InlineData("sr", "Nova baterija se puni za deset minuta, kaže kompanija iz Beograda")]
    [InlineData("nb", "Det nye batteriet lades på ti minutter, sier selskapet bak anlegget")]
    [InlineData("zu", "Kubukeka kukude phambili amaphara edla umzila eThekwini ngoLwesihlanu ebusuku")]
    [InlineData("de", "42")]
    public void A_declaration_stands_where_the_text_does_not_refute_it(string declared, string text) => Assert.Equal(declared, TextLanguage.Of(declared, text));

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("Emden")]
    [InlineData("qzxw vbnk jjqx wwzz kkpp xqzv")]
    public void What_says_nothing_has_no_language(string text) => Assert.Null(TextLanguage.Of(null, text));
}
