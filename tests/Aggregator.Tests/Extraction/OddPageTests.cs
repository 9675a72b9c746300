using Aggregator.Model;
using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction;

/// <summary>Kinds of pages that are articles, but not the usual one; those that are none are in <see cref="ArticleExtractorTests"/>.</summary>
public class OddPageTests
{
    [Fact]
    public void Joins_sections_that_are_siblings_of_one_name() =>
        Assert.Equal($"{P1}\n{P2}\n{P3}\n{P3} Again.", Extract(
            $"<article><div class=box><div class='part text'><p>{P1}</p></div><div class=picture></div><div class='part text'><p>{P2}</p><p>{P3}</p><p>{P3} Again.</p></div></div></article>").Text);

    [Fact]
    public void Reads_paragraphs_that_are_kept_from_screen_readers_only() =>
        Assert.Equal(Story, Extract($"<article><p>{P1}</p><p class=paywall aria-hidden=true>{P2}</p><p>{P3}</p></article>").Text);

    [Fact]
    public void Leaves_out_what_a_class_hides() =>
        Assert.Equal(Story, Extract($"<article class=article-body>{Paragraphs}<div class='offer-box hidden'><p>Read everything that we write, without a limit, on all your devices.</p></div></article>").Text);

    [Fact]
    public void Keeps_what_a_class_hides_on_small_screens_only() =>
        Assert.Equal(Story, Extract($"<article class=article-body><p>{P1}</p><div class='hidden md:block'><p>{P2}</p></div><p>{P3}</p></article>").Text);

    [Fact]
    public void Ends_before_more_of_the_site() =>
        Assert.Equal(Story, Extract($"<article class=article-body>{Paragraphs}<h3>More Great Gazette Stories</h3><ul><li>Another matter of the day</li></ul></article>").Text);

    [Fact]
    public void Leaves_out_the_contacts_at_the_end_only() =>
        Assert.Equal($"Follow @maker was what the sign said.\n{Story}", Extract(
            $"<article class=article-body><p>Follow @maker was what the sign said.</p>{Paragraphs}<p>Follow Jane Doe on Twitter, where she writes about cars.</p></article>").Text);

    [Fact]
    public void Keeps_the_texts_of_a_gallery() =>
        Assert.Equal(Story, Extract(
            $"<article class=article-body><p>{P1}</p><figure><img src=/1.jpg><figcaption>One</figcaption></figure><p>{P2}</p><figure><img src=/2.jpg></figure><p>{P3}</p></article>").Text);

    [Fact]
    public void Keeps_all_posts_of_a_live_blog() =>
        Assert.Equal(Story, Extract($"<main><h1>Live</h1><div class=live-posts><article><p>{P1}</p></article><article><p>{P2}</p></article><article><p>{P3}</p></article></div></main>").Text);

    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    public void Keeps_the_opening_only_of_a_live_blog_that_goes_on_over_pages(int posts, bool all)
    {
        var items = string.Concat(Enumerable.Range(1, posts).Select(i => $"<div id=post-{i} data-sort-time={1709417828 + i}><h3>Post {i}</h3><p>{P2} Number {i}.</p><p>{P3} Number {i}.</p></div>"));
        var text = Extract($"<article class=article-body><h1>Live</h1><p>{P1} {P2}</p><p>{P2}</p><p>{P3} {P1}</p><amp-live-list data-max-items-per-page=4><div items>{items}</div></amp-live-list></article>").Text;
        Assert.StartsWith($"{P1} {P2}\n{P2}\n{P3} {P1}", text, StringComparison.Ordinal);
        Assert.Equal(all, text.Contains("Number 3.", StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_what_stands_above_the_posts_of_a_live_blog()
    {
        var posts = string.Concat(Enumerable.Range(1, 4).Select(i => $"<div class=live-entry><h3>Post {i}</h3><div class=entry-text><p>{P2} Number {i}.</p><p>{P3} Number {i}.</p></div></div>"));

        Assert.StartsWith($"{P1} {P2}\n{P2}\n{P3} {P1}\nPost 1\n", Extract(
            $"<article><h1>Live</h1><div class=x><div class=x1><p>{P1} {P2}</p><p>{P2}</p><p>{P3} {P1}</p></div><div class=x2><div class=x3>{posts}</div></div></div></article>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_lazy_picture_with_its_own_address() =>
        Assert.Contains("<img src=\"https://news.example/real.jpg\"", Extract($"<article class=article-body><figure><img src='data:image/gif;base64,R0lGOD' data-src=/real.jpg></figure>{Paragraphs}</article>").ContentHtml,
            StringComparison.Ordinal);

    [Fact]
    public void Reads_a_text_that_only_noscript_holds() =>
        Assert.Equal(Story, Extract($"<div id=app></div><noscript><div>{Paragraphs}</div></noscript>").Text);

    [Fact]
    public void Reads_a_page_made_for_printing() =>
        Assert.Equal(Story, Extract($"<h1>Story</h1><hr>{Paragraphs}<hr><a href=/story>Back</a>").Text);

    [Fact]
    public void Reads_the_stub_before_a_paywall_without_its_offer() =>
        Assert.Equal(P1, Extract($"<article class=article-body><p>{P1}</p><div class='subscribe-box'><h2>Continue reading</h2><p>Take out a subscription now, the first month is free of charge.</p></div></article>").Text);

    [Fact]
    public void Takes_the_short_text_before_a_list_of_whole_articles()
    {
        var others = string.Concat(Enumerable.Range(1, 4).Select(i => $"<article class=post><p>{P2} {P3} {P2} {P3} Number {i}.</p></article>"));

        Assert.Equal($"{P1} {P2} {P3} {P1}", Extract($"<div><h1>Story</h1><article class=post><p>{P1} {P2} {P3} {P1}</p></article><article class=post><h3>You may like</h3>{others}</article></div>").Text);
    }

    [Fact]
    public void Reads_a_field_whose_label_is_hidden() =>
        Assert.Equal(Story, Extract($"<div class=article-body><div class='field field--label-visually_hidden'><p>{P1}</p></div><p>{P2}</p><p>{P3}</p></div>").Text);

    [Fact]
    public void Leaves_readings_above_the_characters_out_of_the_text()
    {
        var page = Extract("<div class=article-body><p><ruby>法律<rp>(</rp><rt>ほうりつ</rt><rp>)</rp></ruby>ができて、<ruby>親<rt>おや</rt></ruby>が決める。</p></div>");

        Assert.Equal("法律ができて、親が決める。", page.Text);
        Assert.Contains("<rt>ほうりつ</rt>", page.ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_what_is_folded_up() =>
        Assert.Equal(Story, Extract(
            $"<div class=article-body><p>{P1}</p><div class=accordion-item><div style='display:none'><p>{P2}</p></div></div><div class='accordion-panel hidden'><p>{P3}</p></div></div>").Text);

    [Fact]
    public void Takes_no_hint_of_a_form_for_a_lead() =>
        Assert.Equal(Story, Extract($"<h1>Story</h1><form><div class=field><p class=description>This field is for validation purposes and should be left unchanged.</p></div></form><div class=article-body>{Paragraphs}</div>").Text);

    [Fact]
    public void Adds_a_lead_without_a_name_from_the_box_around_the_headline() =>
        Assert.Equal($"{P1}\n{P2}\n{P3}", Extract(
            $"<header><h1>Story</h1><div class=x1><p>{P1}</p></div><div class=author><p>{P2} Said the author.</p></div></header><div class=article-body><p>{P2}</p><p>{P3}</p></div>").Text);

    [Fact]
    public void Keeps_what_lists_say_of_several_things()
    {
        const string item = "Free delivery within five days on all orders above fifty euros";
        var list = $"<ul><li>{item}</li></ul>";

        Assert.Equal($"{P1}\n{item}\n{P2}\n{item}", Extract($"<div class=article-body><p>{P1}</p>{list}<p>{P2}</p>{list}<p>{P1}</p></div>").Text);
    }

    [Fact]
    public void Keeps_a_list_of_sources_and_drops_one_of_the_sites_own_pages() =>
        Assert.Equal($"{P1}\n{P2}\nThe report in full\nThe ministry's answer\n{P3}", Extract(
            $"<div class=article-body><p>{P1}</p><p>{P2}</p><ul><li><a href=https://other.example/report>The report in full</a><li><a href=//ministry.example>The ministry's answer</a></ul>"
            + $"<ul><li><a href=/more>Another story</a><li><a href=https://www.news.example/else>Something else</a></ul><p>{P3}</p></div>").Text);

    [Theory]
    [InlineData("Last updated on 16 September 2023 at 9:27 am")]
    [InlineData("Associated Press writers in London and Paris contributed to this report.")]
    [InlineData("Create an account to read more articles of this kind every month.")]
    [InlineData("If you buy through our links we earn a commission at no extra cost to you.")]
    [InlineData("Caption")]
    public void Leaves_out_lines_about_the_page(string line) =>
        Assert.Equal($"{Story}\n{P1} Again.\n{P2} Again.", Extract($"<div class=article-body>{Paragraphs}<p>{P1} Again.</p><p>{line}</p><p>{P2} Again.</p></div>").Text);

    [Fact]
    public void Keeps_a_short_sentence_that_is_a_link() =>
        Assert.Equal($"{P1}\nThe Washington Examiner reports:\n{P2}", Extract($"<div class=article-body><p>{P1}</p><p>The <a href=/source>Washington Examiner</a> reports:</p><p>{P2}</p></div>").Text);

    [Fact]
    public void Leaves_out_numbered_blocks_of_advertisements() =>
        Assert.Equal(Story, Extract($"<div class=article-body><p>{P1}</p><p>{P2}</p><div class='code-block code-block-83'><p>{P2} Buy now.</p></div><p>{P3}</p></div>").Text);

    [Fact]
    public void Refuses_markup_that_makes_more_elements_than_any_page_has()
    {
        foreach (var tags in (ReadOnlySpan<string>)["<ul><li>", "<table><tr><td>", "<dl><dd>"])
            Assert.Equal(PageKind.NotHtml, Extract(string.Concat(Enumerable.Repeat(tags, 100_000)) + Paragraphs).Kind);
    }

    [Fact]
    public void Reads_a_hundred_thousand_elements_of_each_kind_that_nests()
    {
        foreach (var tags in (ReadOnlySpan<string>)["<span>", "<b>", "<svg><g>"])
            Assert.NotEqual(PageKind.NotHtml, Extract(string.Concat(Enumerable.Repeat(tags, 100_000)) + Paragraphs).Kind);
    }
}
