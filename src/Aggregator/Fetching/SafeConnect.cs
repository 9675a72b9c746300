using System.Net;
using System.Net.Sockets;

namespace Aggregator.Fetching;

/// <summary>The name leads to no address that may be connected to.</summary>
internal sealed class RefusedAddressException(string message) : IOException(message);

/// <summary>
/// Resolves a name, drops every address that is not public, and connects to the very address that was checked, so that a
/// name that resolves differently the next time (DNS rebinding) gains nothing.
/// </summary>
/// <param name="resolve">The addresses of a host name.</param>
/// <param name="timeout">For resolving and connecting together.</param>
/// <param name="dial">Connects to one address; a plain socket when null.</param>
internal sealed class SafeConnect(
    AllowedHosts allowed,
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    TimeSpan timeout,
    TimeProvider time,
    Func<IPEndPoint, CancellationToken, Task<Stream>>? dial = null)
{
    private readonly Func<IPEndPoint, CancellationToken, Task<Stream>> _dial = dial ?? DialAsync;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var addresses = await CheckedAsync(context.DnsEndPoint, linked.Token);
            return await ConnectAnyAsync(addresses, context.DnsEndPoint.Port, linked.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no connection within {timeout.TotalSeconds:0.#} s");
        }
    }

    private async Task<IPAddress[]> CheckedAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        var host = target.Host.Trim('[', ']');
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        if (allowed.Allows(host, target.Port))
            return all;
        var open = Array.FindAll(all, AddressRules.IsPublic);
        if (open.Length == 0 && all.Length > 0)
            throw new RefusedAddressException($"{host} leads to {all[0]}, which is not on the public internet");
        return open;
    }

    /// <summary>One after the other, families in turn; each has its share of the time, so that a dead route does not use it up.</summary>
    private async Task<Stream> ConnectAnyAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        Exception? last = null;
        IPAddress[] order = [.. addresses.GroupBy(a => a.AddressFamily).SelectMany(g => g.Select((a, i) => (a, i))).OrderBy(p => p.i).Select(p => p.a).Take(4)];
        foreach (var address in order)
        {
            using var share = new CancellationTokenSource(timeout / order.Length, time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, share.Token);
            try
            {
                return await _dial(new IPEndPoint(address, port), linked.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                last = e is SocketException ? e : new TimeoutException($"{address} does not answer");
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Stream> DialAsync(IPEndPoint target, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
