namespace Aggregator.Hosting;

/// <summary>What the program's exit codes mean, the same for every verb.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The work could not be done: nothing found, a document that cannot be read, a service that failed.</summary>
    public const int Failed = 1;

    /// <summary>The configuration or the command line is wrong.</summary>
    public const int BadConfiguration = 2;
}
