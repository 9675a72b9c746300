using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Aggregator;

/// <summary>npm feedsmith in a node process of its own, kept warm: <c>npm install</c> in <c>Peers/feedsmith</c> makes it ready.</summary>
internal sealed class FeedParsingBenchmarkPeer : IDisposable
{
    private readonly Process _node;

    private FeedParsingBenchmarkPeer(Process node) => _node = node;

    /// <summary>Null, with the reason, where node or the package is missing.</summary>
    public static FeedParsingBenchmarkPeer? Start(string listOfFiles, out string reason)
    {
        var folder = Path.Combine(Repository(AppContext.BaseDirectory), "tests", "Aggregator.Benchmarks", "Peers", "feedsmith");
        reason = $"run npm install in {folder}";
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "feedsmith")))
            return null;
        try
        {
            var start = new ProcessStartInfo("node", [Path.Combine(folder, "rounds.js"), listOfFiles]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            return new FeedParsingBenchmarkPeer(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            reason = "node is not installed";
            return null;
        }
    }

    /// <summary>Parses all files once; answers CPU seconds and entries.</summary>
    public (double Seconds, int Entries) Round()
    {
        _node.StandardInput.WriteLine();
        _node.StandardInput.Flush();
        using var answer = JsonDocument.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node ended early"));
        return (answer.RootElement.GetProperty("cpu").GetDouble(), answer.RootElement.GetProperty("entries").GetInt32());
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static string Repository(string folder) =>
        File.Exists(Path.Combine(folder, "Aggregator.sln")) ? folder : Repository(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not inside the repository"));
}
