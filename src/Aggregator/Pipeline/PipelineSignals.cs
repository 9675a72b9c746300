using System.Threading.Channels;

namespace Aggregator.Pipeline;

/// <summary>
/// Wakes a stage when the one before it has left work in the database, so that an article is visible seconds after
/// its poll and not at the next tick. A signal carries nothing: the database decides what is due.
/// </summary>
public sealed class PipelineSignals
{
    private readonly Channel<byte> _poll = Make();
    private readonly Channel<byte> _read = Make();
    private readonly Channel<byte> _assign = Make();

    public void WakePoll() => _poll.Writer.TryWrite(0);

    public void WakeRead() => _read.Writer.TryWrite(0);

    public void WakeAssign() => _assign.Writer.TryWrite(0);

    internal ChannelReader<byte> Poll => _poll.Reader;

    internal ChannelReader<byte> Read => _read.Reader;

    internal ChannelReader<byte> Assign => _assign.Reader;

    private static Channel<byte> Make() => Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
