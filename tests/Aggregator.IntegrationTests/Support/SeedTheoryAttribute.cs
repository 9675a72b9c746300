namespace Aggregator.Support;

/// <summary>As <see cref="SeedFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedTheoryAttribute : TheoryAttribute
{
    public SeedTheoryAttribute() => Skip = new SeedFactAttribute().Skip;
}
