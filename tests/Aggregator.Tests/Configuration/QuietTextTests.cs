namespace Aggregator.Configuration;

public class QuietTextTests
{
    [Theory]
    [InlineData("23:00-06:00 Europe/Berlin", "quiet hours 23:00-06:00 Europe/Berlin")]
    [InlineData(" 9:30-10:00 ", "quiet hours 09:30-10:00 UTC")]
    [InlineData("none", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Hours_with_and_without_a_zone_and_none_are_read(string? text, string? name)
    {
        Assert.Equal(name, QuietText.Parse(text, out var fault)?.Name);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("23-6", "23:00-06:00 Europe/Berlin")]
    [InlineData("23:00", "two different times")]
    [InlineData("06:00-06:00", "two different times")]
    [InlineData("23:00-24:00", "two different times")]
    [InlineData("23:00-06:00 Europe/Berlin please", "two different times")]
    [InlineData("23:00-06:00 Middle/Earth", "no time zone")]
    public void What_is_wrong_is_said_with_what_to_write(string text, string part)
    {
        Assert.Null(QuietText.Parse(text, out var fault));
        Assert.Contains(part, fault);
    }
}
