namespace Aggregator.Html;

public class FormsTests
{
    private const string Comment = "<form><p><label>Name</label><input></p><p><input type=checkbox><label>Keep my name in this browser.</label></p><p>Fields with a star are needed.</p><button>Send</button></form>";
    private const string Password = "<form class=post-password-form method=post><p>Dieser Inhalt ist passwortgeschützt. Bitte gib unten das Passwort ein:</p><p><label>Passwort: <input name=post_password type=password></label><input type=submit value=Absenden></p></form>";

    [Theory]
    [InlineData(Comment)]
    [InlineData(Password)]
    [InlineData("<form role=search>Search: <input type=search></form>")]
    [InlineData("<FORM action=/poll><h3>Your opinion?</h3><select><option>Yes</select></FORM>")]
    public void What_a_form_says_is_no_text(string form)
    {
        Assert.Equal("<p>Tin is up.</p>", HtmlSanitizer.Sanitize($"<p>Tin is up.</p>{form}", null));
        Assert.Equal("Tin is up.", PlainText.FromHtml($"{form}<p>Tin is up.</p>"));
    }

    [Fact]
    public void A_form_around_a_text_is_not_in_its_way()
    {
        Assert.Equal("Tin is up.", PlainText.FromHtml("<form id=aspnetForm><input type=hidden name=__VIEWSTATE><p>Tin is up.</p></form>"));
        var text = string.Join(' ', Enumerable.Repeat("tin", 100));
        Assert.Equal(text, PlainText.FromHtml($"<form><input type=search><p>{text}</p></form>"));
    }

    [Theory]
    [InlineData(Password, true)]
    [InlineData("<input type='PASSWORD'>", true)]
    [InlineData(Comment, false)]
    [InlineData("<p>Your password: &lt;input type=password&gt;</p>", false)]
    [InlineData("", false)]
    public void A_question_for_a_password_is_known_by_its_field(string html, bool asks) => Assert.Equal(asks, Forms.AskForPassword(html));
}
