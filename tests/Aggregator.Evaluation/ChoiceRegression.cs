namespace Aggregator;

/// <summary>Which of several candidates is right, by a weighed sum of their traits (conditional logit), with a ridge, by steps that shrink (AdaGrad).</summary>
internal static class ChoiceRegression
{
    private const double Ridge = 1;
    private const double Step = 0.7;
    private const int Steps = 200;

    /// <returns>A weight for each trait.</returns>
    public static double[] Fit(IReadOnlyList<(double[][] Candidates, bool[] Right)> choices)
    {
        var size = choices[0].Candidates[0].Length;
        // Only differences between candidates count, so no mean is taken off.
        var spread = Enumerable.Range(0, size).Select(i => Math.Sqrt(choices.SelectMany(c => c.Candidates).Average(t => t[i] * t[i]))).Select(s => s == 0 ? 1 : s).ToArray();
        var (weights, travelled) = (new double[size], new double[size]);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select(w => -Ridge * w).ToArray();
            foreach (var (candidates, right) in choices)
            {
                var odds = candidates.Select(t => Math.Exp(t.Select((x, i) => x / spread[i] * weights[i]).Sum())).ToArray();
                var (all, good) = (odds.Sum(), odds.Where((_, c) => right[c]).Sum());
                for (var c = 0; c < candidates.Length; c++)
                {
                    var pull = (right[c] ? odds[c] / good : 0) - (odds[c] / all);
                    for (var i = 0; i < size; i++)
                        gradient[i] += pull * candidates[c][i] / spread[i];
                }
            }

            for (var i = 0; i < size; i++)
            {
                travelled[i] += gradient[i] * gradient[i];
                weights[i] += travelled[i] == 0 ? 0 : Step * gradient[i] / Math.Sqrt(travelled[i]);
            }
        }

        return [.. weights.Select((w, i) => w / spread[i])];
    }
}
