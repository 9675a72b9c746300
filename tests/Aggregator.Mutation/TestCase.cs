using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace Aggregator;

/// <summary>One fact, or one row of a theory.</summary>
internal sealed class TestCase(MethodInfo method, object?[] arguments)
{
    /// <summary>Switches that the test passes without a mutant.</summary>
    public long Steps { get; set; }

    /// <summary>The mutants that it passes.</summary>
    public HashSet<int> Covered { get; } = [];

    public string Name => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", arguments)})";

    public static IEnumerable<TestCase> Of(Assembly tests) =>
        from type in tests.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
        from row in Rows(method)
        select new TestCase(method, row);

    /// <summary>Null when the test passes.</summary>
    public Exception? Run()
    {
        try
        {
            var instance = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
            using (instance as IDisposable)
                (method.Invoke(instance, arguments) as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception failure)
        {
            return failure.InnerException ?? failure;
        }
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method) => method.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).Select(row => row ?? [null]);
}
