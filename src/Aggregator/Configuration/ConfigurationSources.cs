namespace Aggregator.Configuration;

/// <summary>
/// Where settings come from, the later winning over the earlier: the program's own <c>appsettings.json</c>, one in the working folder,
/// the environment (<c>Aggregator__Data</c>), <c>--Aggregator:Data=…</c> on the command line, the verbs' own options.
/// </summary>
internal static class ConfigurationSources
{
    public static IConfigurationBuilder AddAggregatorSources(this IConfigurationBuilder builder, CommandLineSettings settings)
    {
        builder.Sources.Clear();
        return builder
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddCommandLine([.. settings.Keys])
            .AddInMemoryCollection(settings.Options);
    }

    public static AggregatorOptions ReadOptions(this IConfiguration configuration) =>
        configuration.GetSection(AggregatorOptions.Section).Get<AggregatorOptions>() ?? new AggregatorOptions();
}

/// <summary>What the command line said of settings.</summary>
/// <param name="Keys">Arguments of the form <c>--Section:Key=value</c>.</param>
/// <param name="Options">The verbs' own options as configuration keys.</param>
internal sealed record CommandLineSettings(IReadOnlyList<string> Keys, IReadOnlyDictionary<string, string?> Options)
{
    /// <summary>Tells arguments that set a configuration key from those that the verbs read.</summary>
    public static bool IsConfigurationKey(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0 && argument.AsSpan(0, equals).Contains(':');
    }
}
