namespace Aggregator.Stories.Clustering;

/// <summary>
/// Decides whether an article belongs to a story, and whether two stories are one. The form is the one-pass TF-IDF clustering of
/// topic detection and tracking (Allan et al. 1998; Miranda et al. 2018 for centroid, time and names together).
/// The numbers were found by coordinate search for the mean of B-cubed and pairwise F1 over five labelled streams (bare headlines, leads, full texts;
/// daily politics to slow industry news) and by hand; nothing was held out from the choice, so the figures on those streams are on the hopeful side.
/// </summary>
internal static class JoinModel
{
    /// <summary>Share of the centroid in the likeness; the rest is the nearest article. One alone splits long stories or chains them.</summary>
    private const double CentroidShare = 0.5;

    /// <summary>What shared names add.</summary>
    private const double NamesWeight = 0.07;

    /// <summary>Likeness of names where none can be compared: what unrelated pairs of one topic have on average.</summary>
    private const double NamesUnknown = 0.3;

    /// <summary>What shared numbers add, and what other numbers take off.</summary>
    private const double NumbersWeight = 0.03;

    /// <summary>Share of shared numbers that speaks neither for nor against.</summary>
    private const double NumbersNeutral = 0.3;

    /// <summary>What is taken off when the story so far is the same outlet's own, after a day: it writes about something new.</summary>
    private const double OutletPenalty = 0.065;

    /// <summary>An event is mostly told within a day (standard deviation <see cref="FastDays"/>), which leaves this share to its later days.</summary>
    private const double SlowShare = 0.51;
    private const double FastDays = 1;
    private const double SlowDays = 6;

    /// <summary>Bar for a long text into a story of one article, and how much lower it is for one of no length.</summary>
    private const double LongBar = 0.245;
    private const double ShortDiscount = 0.12;

    /// <summary>Terms at which half of <see cref="ShortDiscount"/> is given.</summary>
    private const double ShortTerms = 25;

    /// <summary>
    /// How the bar rises with the story, which becomes like more and more articles: by this share for e-fold growth, up to <see cref="GrowthSize"/>
    /// articles.
    /// </summary>
    private const double GrowthRise = 0.05;
    private const int GrowthSize = 8;

    /// <summary>
    /// How the bar rises with the likeness of the story's articles among themselves: whoever is less like them than they are like each other
    /// writes of another event of the kind. By this share for each unit of mean cosine above <see cref="UsualCohesion"/>, and down below it.
    /// </summary>
    private const double CohesionRise = 0.9;
    private const double UsualCohesion = 0.27;

    /// <summary>A single shared word is a weak sign however rare, and two are a little better.</summary>
    private const double OneTerm = 0.7;
    private const double TwoTerms = 0.85;

    /// <summary>Least cosine of two stories that are one, for a long text, and how much less it is for one of no length.</summary>
    private const double LongSame = 0.45;
    private const double ShortSameDiscount = 0.2;

    /// <summary>How far over the bar an article must be to show that another story is the same as its own.</summary>
    public const double Bridge = 1.2;

    /// <summary>Least cosine of two stories that are one, by the length of the article that matches both, as with the bar.</summary>
    public static double SameStory(in JoinFeatures f) => LongSame - (ShortSameDiscount / (1 + (f.Terms / ShortTerms)));

    /// <summary>Likeness of article and story, 0 to about 1, weakened by the time between them.</summary>
    public static double Score(in JoinFeatures f)
    {
        var likeness = (CentroidShare * f.Centroid) + ((1 - CentroidShare) * f.Nearest)
            + (NamesWeight * (f.Names ?? NamesUnknown))
            + (NumbersWeight * ((f.Numbers ?? NumbersNeutral) - NumbersNeutral))
            - (OutletPenalty * f.SameOutlet / f.Size * (1 - Bell(f.Days, Math.Sqrt(0.5))));
        var closeness = (SlowShare + ((1 - SlowShare) * Bell(f.Days, FastDays))) * Bell(f.Days, SlowDays);
        var sharing = f.Shared switch { <= 1 => OneTerm, 2 => TwoTerms, _ => 1 };
        return Math.Max(0, likeness) * closeness * sharing;
    }

    /// <summary>What <see cref="Score"/> must reach: more for a long text, for a large story and for one whose articles are much alike.</summary>
    public static double Threshold(in JoinFeatures f) =>
        (LongBar - (ShortDiscount / (1 + (f.Terms / ShortTerms))))
            * (1 + (GrowthRise * Math.Log(Math.Min(f.Size, GrowthSize))))
            * (1 + (CohesionRise * ((f.Cohesion ?? UsualCohesion) - UsualCohesion)));

    private static double Bell(double days, double deviation) => Math.Exp(-days * days / (2 * deviation * deviation));
}
