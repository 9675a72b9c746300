namespace Aggregator;

/// <summary>The class that is compiled into the mutated Core: says in each changed expression whether its mutant is the one under test.</summary>
internal static class MutantSwitch
{
    public const string Call = "global::Aggregator.Mutants.Is";

    public const string Source = """
        namespace Aggregator;
        public static class Mutants
        {
            public static int Active = -1;
            public static long Steps, MostSteps = long.MaxValue;
            public static bool[] Covered = new bool[100_000];

            public static bool Is(int mutant)
            {
                Covered[mutant] = true;
                if (++Steps > MostSteps)
                    throw new System.InvalidOperationException("The mutant does not come to an end.");
                return mutant == Active;
            }
        }
        """;
}
