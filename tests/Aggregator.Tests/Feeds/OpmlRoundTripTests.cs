using System.Text;
using Aggregator.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Feeds;

public class OpmlRoundTripTests
{
    // What people and programs put into names, and what XML, paths and attributes could trip over.
    private static readonly string[] Pieces = ["News", "Cars", "a", " ", "  ", "/", "//", "&", "<b>", "\"", "'", "\n", "\r\n", "\t", "é", "漢", "🚗", "]]>", "&amp;", ","];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces.Take(8)));

    private static readonly Gen<FeedDefinition> Feed =
        from number in Gen.Choose(0, 9)
        from query in Gen.Elements("", "?a=1&b=\"2\"", "#part", "/a b/ü")
        from title in Text
        from category in Gen.OneOf(Text, Gen.Elements("", "News", "News/Cars", "News/Cars/Räder", "Tech/Chips"))
        select new FeedDefinition($"https://{number}.example/feed{query}", title, category);

    [Fact]
    public void Title_address_and_category_of_any_list_come_back()
    {
        var lists = Feed.ArrayOf().ToArbitrary();

        Prop.ForAll(lists, list => Assert.Equal(Ordered(list), Ordered(Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(list, "t"))).Feeds))).Check(Config.QuickThrowOnFailure);
    }

    // Feeds of a folder stand together in the document, whatever their order was.
    private static IEnumerable<(string, string, string)> Ordered(IEnumerable<FeedDefinition> feeds) =>
        feeds.Select(f => (f.Url, f.Title, f.Category)).OrderBy(f => f.Url, StringComparer.Ordinal).ThenBy(f => f.Title, StringComparer.Ordinal).ThenBy(f => f.Category, StringComparer.Ordinal);
}
