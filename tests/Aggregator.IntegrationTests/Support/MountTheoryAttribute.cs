namespace Aggregator.Support;

/// <summary>As <see cref="MountFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountTheoryAttribute : TheoryAttribute
{
    public MountTheoryAttribute() => Skip = new MountFactAttribute().Skip;
}
