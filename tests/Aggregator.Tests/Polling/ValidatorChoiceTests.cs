using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class ValidatorChoiceTests
{
    private const string Weak = "W/\"a\"";
    private static readonly FeedState Before = new() { ETag = Weak, LastModified = "Mon", BodyHash = "0" };
    private static readonly PollObservation Unchanged = new() { Fate = FetchFate.NotModified, Status = 200, Conditional = true, ETag = Weak, LastModified = "Mon", BodyHash = "0" };

    [Fact]
    public void An_unchanged_document_in_spite_of_a_condition_leads_to_the_next_way()
    {
        var memory = new PollMemory();
        var ways = new List<SentValidators?>();
        for (var i = 0; i < 4; i++)
        {
            memory = ValidatorChoice.Learn(memory, Before, Unchanged);
            ways.Add(memory.Sends);
        }

        Assert.Equal([SentValidators.Date, SentValidators.Tag, null, SentValidators.Date], ways);
    }

    public static TheoryData<PollObservation> NothingToLearn => new()
    {
        Unchanged with { Status = 304, ETag = "\"a\"" },
        Unchanged with { BodyHash = "1" },
        Unchanged with { Conditional = false },
        Unchanged with { LastModified = "Tue" },
        Unchanged with { ETag = "W/\"b\"" },
        Unchanged with { Status = 500, ETag = null, LastModified = null, BodyHash = null },
    };

    [Theory]
    [MemberData(nameof(NothingToLearn))]
    public void What_works_or_tells_nothing_changes_nothing(PollObservation seen)
    {
        Assert.Equal(new PollMemory(), ValidatorChoice.Learn(new PollMemory(), Before, seen));
        var date = new PollMemory { Sends = SentValidators.Date, Form = "W/" };
        Assert.Equal(date, ValidatorChoice.Learn(date, Before, seen));
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("W/\"a-gzip\"")]
    [InlineData("W/\"a;br\"")]
    [InlineData(null)]
    public void A_tag_of_another_form_leads_back_to_both(string? etag) => Assert.Equal(
        new PollMemory(), ValidatorChoice.Learn(new PollMemory { Sends = SentValidators.Date, Form = "W/" }, Before, Unchanged with { ETag = etag, BodyHash = "1" }));

    [Theory]
    [InlineData("W/\"another-one\"")]
    [InlineData("W/\"gzip\"")]
    public void Another_tag_of_the_same_form_does_not(string etag) => Assert.Equal(
        SentValidators.Date, ValidatorChoice.Learn(new PollMemory { Sends = SentValidators.Date, Form = "W/" }, Before, Unchanged with { ETag = etag }).Sends);
}
