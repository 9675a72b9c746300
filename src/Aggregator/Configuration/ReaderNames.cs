using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>The names of the readers in settings.</summary>
internal static class ReaderNames
{
    /// <summary>For messages.</summary>
    public static string All { get; } = string.Join(" or ", Enum.GetValues<FeedReaderKind>().Select(kind => $"\"{Of(kind)}\""));

    public static string Of(FeedReaderKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The reader of that name; null when there is none.</summary>
    public static FeedReaderKind? Find(string? name)
    {
        foreach (var kind in Enum.GetValues<FeedReaderKind>())
        {
            if (Of(kind).Equals(name, StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        return null;
    }
}
