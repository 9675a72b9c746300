namespace Aggregator.Text.Dates;

public class MonthNamesTests
{
    public static TheoryData<string> Lines() => [.. EmbeddedFile.Lines("Text.Dates.months.txt")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Has_twelve_months_of_every_language(string line)
    {
        var names = line.Split(' ')[1..];

        Assert.Equal(12, names.Length);
        Assert.All(names.SelectMany(name => name.Split('/')), name => Assert.InRange(MonthNames.Number(name), 1, 12));
    }

    [Theory]
    [InlineData("3 Brachmond 2021", 0)]
    [InlineData("3 Dezember 2021", 12)]
    [InlineData("3 lipnja 2021", 6)]
    [InlineData("3 ΜΑΪ 2021", 5)]
    [InlineData("3 июля 2021", 7)]
    [InlineData("3 rugpjūčio 2021", 8)]
    [InlineData("3 أكتوبر 2021", 10)]
    public void Knows_the_same_months_in_feeds_and_in_pages(string date, int month)
    {
        Assert.Equal(month, FeedDates.Parse(date, "x")?.Instant.Month ?? 0);
        Assert.Equal(month, DateText.Read(date)?.Instant.Month ?? 0);
    }
}
