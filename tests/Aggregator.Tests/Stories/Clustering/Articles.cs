using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>Short articles of the tests' own making.</summary>
internal static class Articles
{
    public static readonly DateTimeOffset Start = new(2031, 3, 4, 8, 0, 0, TimeSpan.Zero);

    public static ArticleText Make(long id, string outlet, double hours, string title, string text = "", string? language = null) => new()
    {
        Id = id,
        Outlet = outlet,
        Title = title,
        Text = text,
        Published = Start.AddHours(hours),
        Language = language,
    };

    public static StoryIndex Index() => new(new StoryOptions());

    public static void Restore(this StoryIndex index, ArticleText article, long story, long? copyOf) =>
        index.Restore(article.Id, article.Outlet, article.Published, StoryVector.Of(article, copyOf is not null, new StoryOptions()), story);

    public static ArticleText Recall(long id, double hours, string outlet = "plugpost.example") => Make(id, outlet, hours,
        "Norvolt recalls 84,000 Aurora sedans over battery fires",
        "Electric carmaker Norvolt is recalling 84,000 Aurora sedans after eleven battery fires were reported in Norway and Canada. The company said a faulty coolant seal made by supplier Keltron can leak onto battery modules. Owners should park outside until dealers replace the seal, Norvolt said.");

    public static ArticleText RecallElsewhere(long id, double hours, string outlet = "dailycurrent.example") => Make(id, outlet, hours,
        "Battery fires force Norvolt to recall its Aurora electric sedan",
        "Norvolt will recall 84,000 of its Aurora sedans because coolant leaking from a seal can set the battery on fire, regulators said on Tuesday. Eleven fires were reported in Canada and Norway. Keltron, which makes the seal, said it is working with the carmaker.");

    public static ArticleText RecallThird(long id, double hours, string outlet = "motorledger.example") => Make(id, outlet, hours,
        "Park your Aurora outside, Norvolt tells owners after eleven fires",
        "Owners of the Aurora sedan were told to park outside after Norvolt announced a recall of 84,000 cars. A coolant seal from Keltron may leak onto the battery modules and start a fire, the electric carmaker said. Dealers in Norway and Canada will replace the seal.");

    public static ArticleText RecallWeekLater(long id, double hours) => Make(id, "plugpost.example", hours,
        "Norvolt opens charging network in Portugal with 200 stations",
        "Norvolt has opened its first 200 fast charging stations in Portugal, from Lisbon to Porto, and wants to double the number by the summer. Drivers of other brands pay a monthly fee, the carmaker said at a ceremony with the energy minister.");

    public static ArticleText Chip(long id, double hours, string outlet = "siliconnotes.example") => Make(id, outlet, hours,
        "Halden unveils laptop processor built on two nanometre process",
        "Chip designer Halden showed its first laptop processor made on a two nanometre process at its developer conference in Taipei. The Quill X2 has eighteen cores and draws twelve watts. Machines with the chip ship in September, Halden said.");

    public static ArticleText ChipElsewhere(long id, double hours, string outlet = "benchwire.example") => Make(id, outlet, hours,
        "Quill X2: Halden's first two nanometre laptop chip has eighteen cores",
        "At its conference in Taipei, Halden announced the Quill X2, an eighteen core laptop processor on a two nanometre process. The chip uses twelve watts and will be in laptops from September.");

    public static ArticleText Breach(long id, double hours) => Make(id, "lockandkey.example", hours,
        "Hospital group Meridia says hackers stole records of two million patients",
        "Meridia, which runs forty hospitals in Queensland, said intruders copied names, addresses and insurance numbers of two million patients in January. A ransomware gang has claimed the intrusion. The privacy commissioner is looking into it.");
}
