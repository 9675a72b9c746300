namespace Aggregator;

/// <summary>Logistic regression with a ridge on standardised traits, by Newton's method.</summary>
internal static class LogisticRegression
{
    private const int Steps = 15;

    /// <returns>The constant, then a weight for each trait, for traits as they come.</returns>
    public static double[] Fit(IReadOnlyList<(double[] Traits, bool IsTrue)> examples, double ridge)
    {
        var scale = Standard.Of([.. examples.Select(example => example.Traits)]);
        double[][] rows = [.. examples.Select(example => (double[])[1, .. scale.Apply(example.Traits)])];
        var weights = new double[rows[0].Length];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[weights.Length];
            var curvature = new double[weights.Length, weights.Length];
            for (var e = 0; e < rows.Length; e++)
                AddExample(rows[e], examples[e].IsTrue, weights, gradient, curvature);
            for (var i = 0; i < weights.Length; i++)
            {
                // The constant is not drawn to zero.
                gradient[i] -= i == 0 ? 0 : ridge * weights[i];
                curvature[i, i] += i == 0 ? 1e-9 : ridge;
            }

            var move = Solve(curvature, gradient);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += move[i];
        }

        return scale.Unscale(weights);
    }

    private static void AddExample(double[] row, bool isTrue, double[] weights, double[] gradient, double[,] curvature)
    {
        var p = 1 / (1 + Math.Exp(-row.Zip(weights, (x, w) => x * w).Sum()));
        for (var i = 0; i < row.Length; i++)
        {
            gradient[i] += ((isTrue ? 1 : 0) - p) * row[i];
            for (var j = 0; j < row.Length; j++)
                curvature[i, j] += p * (1 - p) * row[i] * row[j];
        }
    }

    /// <summary>Gauss with the largest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var order = Enumerable.Range(0, n).ToArray();
        for (var i = 0; i < n; i++)
        {
            var pivot = Enumerable.Range(i, n - i).MaxBy(r => Math.Abs(matrix[order[r], i]));
            (order[i], order[pivot]) = (order[pivot], order[i]);
            for (var r = i + 1; r < n; r++)
            {
                var factor = matrix[order[r], i] / matrix[order[i], i];
                for (var c = i; c < n; c++)
                    matrix[order[r], c] -= factor * matrix[order[i], c];
                right[order[r]] -= factor * right[order[i]];
            }
        }

        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = right[order[i]];
            for (var c = i + 1; c < n; c++)
                sum -= matrix[order[i], c] * x[c];
            x[i] = sum / matrix[order[i], i];
        }

        return x;
    }
}

/// <summary>Mean and spread of each trait.</summary>
internal sealed record Standard(double[] Mean, double[] Spread)
{
    public static Standard Of(IReadOnlyList<double[]> rows)
    {
        var mean = Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(row => row[i])).ToArray();
        var spread = mean.Select((m, i) => Math.Sqrt(rows.Average(row => (row[i] - m) * (row[i] - m)))).Select(s => s == 0 ? 1 : s).ToArray();
        return new Standard(mean, spread);
    }

    public double[] Apply(double[] row) => [.. row.Select((x, i) => (x - Mean[i]) / Spread[i])];

    /// <summary>Weights of standardised traits, the constant first, as weights of the traits themselves.</summary>
    public double[] Unscale(double[] weights)
    {
        var plain = weights.Skip(1).Select((w, i) => w / Spread[i]).ToArray();
        return [weights[0] - plain.Zip(Mean, (w, m) => w * m).Sum(), .. plain];
    }
}
