using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.Support;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Headers">The lines after the request line, unchanged.</param>
public sealed record RawRequest(string Path, IReadOnlyList<string> Headers)
{
    /// <summary>The value; null when the header is absent.</summary>
    public string? this[string name] =>
        Headers.FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : null;
}

/// <summary>
/// A server on loopback that writes what a test tells it to, byte for byte, so that odd headers stay odd. One connection per request.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawRequest, Stream, CancellationToken, Task> _answer;
    private readonly List<RawRequest> _requests = [];
    private readonly Task _accepting;
    private bool _disposed;

    /// <param name="answer">Writes the answer; the connection is closed after it.</param>
    public RawServer(Func<RawRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <param name="answer">Gives the head and body for a path, as <c>Answer</c> makes them.</param>
    public RawServer(Func<RawRequest, byte[]> answer)
        : this((request, stream, cancellation) => stream.WriteAsync(answer(request), cancellation).AsTask())
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Host => $"127.0.0.1:{Port}";

    public IReadOnlyList<RawRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public Uri Url(string path) => new($"http://{Host}{path}");

    /// <summary>An answer with a length and the given header lines.</summary>
    public static byte[] Answer(string status, string body = "", params string[] headers) => Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Answer(string status, byte[] body, params string[] headers)
    {
        var head = $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n" + string.Concat(headers.Select(h => h + "\r\n")) + "\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }

    public async ValueTask DisposeAsync()
    {
        // a test and its fixture may both own it
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> visits = [];
        try
        {
            while (true)
                visits.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request)
                    return;
                lock (_requests)
                    _requests.Add(request);
                await _answer(request, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // the client went away, or the test is over
            }
        }
    }

    private async Task<RawRequest?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var chunk = new byte[16 * 1024];
        while (!text.ToString().Contains("\r\n\r\n"))
        {
            var read = await stream.ReadAsync(chunk, _stop.Token);
            if (read == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(chunk, 0, read));
        }

        var lines = text.ToString().Split("\r\n");
        return new RawRequest(lines[0].Split(' ')[1], [.. lines[1..].TakeWhile(l => l.Length > 0)]);
    }
}
