namespace Aggregator.Api.Http;

/// <summary>
/// A stream that gives up on a reader who does not read: Kestrel's own least rate is reckoned over what was written, and lets a large write stand for minutes.
/// </summary>
/// <param name="inner">Not closed with this stream.</param>
/// <param name="patience">How long a single write may stand.</param>
/// <param name="abort">Called when one stood longer, before <see cref="TimeoutException"/> is thrown.</param>
internal sealed class StallGuard(Stream inner, TimeSpan patience, Action abort) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await WithinPatience(token => inner.WriteAsync(buffer, token), cancellationToken);

    public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async Task FlushAsync(CancellationToken cancellationToken) =>
        await WithinPatience(token => new ValueTask(inner.FlushAsync(token)), cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task WithinPatience(Func<CancellationToken, ValueTask> write, CancellationToken cancellation)
    {
        using var stalled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stalled.CancelAfter(patience);
        try
        {
            await write(stalled.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            abort();
            throw new TimeoutException($"The client read nothing for {patience.TotalSeconds} s.");
        }
    }
}
