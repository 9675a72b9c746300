namespace Aggregator.Html;

public class FormulasTests
{
    private const string Katex = """
        <span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>
        <annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span>
        """;

    private const string MathJax3 = """
        <mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi>x</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>
        """;

    private const string MathJax2 = """
        <span class="MathJax_Preview">x</span><span class="MathJax"><nobr aria-hidden="true">x</nobr><span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span><script type="math/tex">x</script>
        """;

    private const string Wiki = """
        <span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display:none"><math alttext="{\displaystyle x}"><mi>x</mi></math></span><img src="https://w.example/math/x.svg" aria-hidden="true" alt="{\displaystyle x}"></span>
        """;

    public static TheoryData<string, string> Forms => new()
    {
        { "<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>", "E=mc2" },
        { "<math>\n <mi>a</mi>\n <mo>+</mo>\n <mi>b</mi>\n</math>", "a+b" },
        { "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi></math>", "1/2x" },
        { "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>", "(a+b)/c" },
        { "<math alttext=\"\\omega\"><mi>ω</mi></math>", "\\omega" },
        { "<math><mtext>if n is odd</mtext></math>", "if n is odd" },
        { "<math><semantics><mi>y</mi><annotation encoding=\"application/x-tex\">\\hat y</annotation></semantics></math>", "\\hat y" },
        { Katex, "x^2" },
        { MathJax3, "x" },
        { MathJax2, "x" },
        { Wiki, "x" },
        { "<script type=\"math/tex\">a_1</script>", "a_1" },
        { "<amp-mathml inline data-formula=\"\\[z\\]\"></amp-mathml>", "z" },
        { "<img class=latex src=https://t.example/l.php alt=\"a_0\">", "a_0" },
        { "<img src=https://t.example/latex.php?latex=b alt=b>", "b" },
        { "<img src=https://t.example/1.png alt=\"$k$\">", "$k$" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_formula_stays_in_its_sentence_once(string formula, string text)
    {
        var html = $"<p>The value is {formula.Trim()}, which grows.</p>";

        Assert.Equal($"The value is {text}, which grows.", PlainText.FromHtml(html));
        Assert.Equal($"The value is {text}, which grows.", PlainText.FromHtml(HtmlSanitizer.Sanitize(html, null)));
    }

    [Theory]
    [InlineData("It was great <img class=emoji alt=\"🎉\" src=x.svg> today.", "It was great 🎉 today.")]
    [InlineData("It was great <img alt=\"👍🏽\" src=https://c.example/1.png> today.", "It was great 👍🏽 today.")]
    [InlineData("Thanks <img class=smiley alt=\":eek:\" src=https://c.example/eek.gif>", "Thanks")]
    [InlineData("<ul><li><img alt=\"✓\" src=https://c.example/1.png> done</li></ul>", "done")]
    [InlineData("Thanks <img class=wp-smiley alt=\":-)\" src=https://c.example/smile.png>", "Thanks :-)")]
    [InlineData("I <img src=https://c.example/h.png alt=love width=20> this town.", "I love this town.")]
    [InlineData("They sell <img src=https://c.example/e.png alt=Elm> and <b>oak</b>.", "They sell Elm and oak.")]
    [InlineData("They sell <img src=https://c.example/e.png alt=Elm> <b>oak</b>.", "They sell Elm oak.")]
    [InlineData("A house. <img src=https://c.example/h.jpg alt=\"The house\"> It is old.", "A house. It is old.")]
    [InlineData("A house <img src=https://c.example/h.jpg alt=\"The house\"> It is old.", "A house It is old.")]
    [InlineData("See the <img src=https://c.example/i.png alt=\"external link\"> page.", "See the page.")]
    [InlineData("A house <img src=https://c.example/h.jpg alt=house width=600> in the wood.", "A house in the wood.")]
    [InlineData("A house <img src=https://c.example/h.jpg alt=house>", "A house")]
    public void A_picture_that_stands_for_characters_is_read(string html, string text) => Assert.Equal(text, PlainText.FromHtml(html));

    [Fact]
    public void The_picture_of_a_formula_stays_in_the_html_and_that_of_an_emoji_becomes_it() =>
        Assert.Equal("<p>🎉 <img src=\"https://c.example/latex.png\" alt=\"x\"></p>", HtmlSanitizer.Sanitize(
            "<p><img class=emoji alt=🎉 src=x.svg> <img src=https://c.example/latex.png alt=x></p>", null));
}
