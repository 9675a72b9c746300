namespace Aggregator.Fetching;

public sealed class RobotsTagTests
{
    [Theory]
    [InlineData("noarchive", true)]
    [InlineData("noindex, NOARCHIVE", true)]
    [InlineData("none", true)]
    [InlineData("aggregator: noarchive", true)]
    [InlineData("otherbot: noarchive", false)]
    [InlineData("noindex", false)]
    [InlineData("unavailable_after: 25 Jun 2026 15:00:00 PST, noarchive", true)]
    [InlineData("max-snippet: 50, noarchive", true)]
    public void Reads_whether_text_may_be_kept(string line, bool noArchive) => Assert.Equal(noArchive, RobotsTag.NoArchive([line], "Aggregator"));
}
