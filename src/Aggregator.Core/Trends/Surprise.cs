namespace Aggregator.Trends;

/// <summary>
/// How far a count stands out from its own past: the log-likelihood ratio G² of two proportions (Dunning, Accurate Methods for the Statistics of
/// Surprise and Coincidence, Computational Linguistics 19, 1993; in the form of Rayson and Garside, Comparing Corpora using Frequency Profiling, 2000).
/// Unlike a ratio or a z-score it holds for the small counts that most names have, needs no smoothing for what was never seen before, and takes
/// a quiet weekend or a growing archive out, as both counts are held against all articles of their time.
/// </summary>
public static class Surprise
{
    /// <summary>
    /// G² with one degree of freedom, signed: above 0 where the share has risen, below where it has fallen; 0 where there is no past to compare with.
    /// By chance alone its size passes 3.84 in 5 %, 6.63 in 1 % and 10.83 in 0.1 % of all cases.
    /// </summary>
    /// <param name="count">Articles of the window that have it, 0 to <paramref name="total"/>.</param>
    /// <param name="total">All articles of the window.</param>
    /// <param name="past">Articles of the past that have it, 0 to <paramref name="pastTotal"/>.</param>
    /// <param name="pastTotal">All articles of the past.</param>
    public static double Score(int count, int total, int past, int pastTotal)
    {
        if (total == 0 || pastTotal == 0)
            return 0;
        var share = ((double)count + past) / ((double)total + pastTotal);
        var size = 2 * (Part(count, total * share) + Part(past, pastTotal * share));
        return (long)count * pastTotal >= (long)past * total ? Math.Max(0, size) : -Math.Max(0, size);
    }

    /// <summary>What the past lets expect: its share times the articles of the window.</summary>
    public static double Expected(int total, int past, int pastTotal) => pastTotal == 0 ? 0 : (double)past / pastTotal * total;

    private static double Part(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
}
