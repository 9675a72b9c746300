using System.Globalization;

namespace Aggregator.Million;

/// <summary>Processor time to the nanosecond, from Linux's schedstat (https://docs.kernel.org/scheduler/sched-stats.html): the usual counters tick in hundredths of a second.</summary>
internal static class CpuClock
{
    /// <summary>Milliseconds that all threads of a process have run; those that have ended are missing.</summary>
    public static double OfProcess(int id) => Directory.EnumerateDirectories($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/task").Sum(task => Read(task + "/schedstat"));

    /// <summary>Milliseconds that the calling thread has run.</summary>
    public static double OfThisThread() => Read("/proc/thread-self/schedstat");

    private static double Read(string file)
    {
        try
        {
            return long.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
