namespace Aggregator;

/// <summary>The distributions that both families of simulated feeds are drawn from.</summary>
internal static class SimulatedRandom
{
    public static int Pick(this Random random, params ReadOnlySpan<int> choices) => choices[random.Next(choices.Length)];

    public static double Gauss(this Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A time to wait, in the unit of <paramref name="mean"/>.</summary>
    public static double Exponential(this Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    public static int Poisson(this Random random, double mean)
    {
        double limit = Math.Exp(-mean), product = random.NextDouble();
        var n = 0;
        for (; product > limit; n++)
            product *= random.NextDouble();
        return n;
    }

    /// <summary>
    /// What servers state of freshness: an estimate, as there was no collection of answers to count. Half say nothing, one in eight states 0, the others a minute to a day.
    /// </summary>
    public static TimeSpan? MaxAge(this Random random) => random.NextDouble() is var p && p < 0.50 ? null
        : TimeSpan.FromSeconds(p < 0.62 ? 0 : p < 0.70 ? 60 : p < 0.80 ? 300 : p < 0.86 ? 600 : p < 0.91 ? 900 : p < 0.94 ? 1800 : p < 0.99 ? 3600 : 86400);
}
