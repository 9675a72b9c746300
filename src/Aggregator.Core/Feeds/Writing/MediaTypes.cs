using Aggregator.Model;

namespace Aggregator.Feeds.Writing;

/// <summary>Media types of files, for formats that demand one.</summary>
internal static class MediaTypes
{
    /// <summary>What the feed said, else what the ending of the name says, else that nobody knows.</summary>
    public static string Of(Enclosure file)
    {
        if (file.Type is { Length: > 0 } type)
            return type;
        var end = file.Url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? file.Url : file.Url[..end];
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mp3" => "audio/mpeg",
            ".m4a" or ".aac" => "audio/mp4",
            ".ogg" or ".oga" or ".opus" => "audio/ogg",
            ".mp4" or ".m4v" => "video/mp4",
            ".webm" => "video/webm",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            ".pdf" => "application/pdf",
            _ => "application/octet-stream",
        };
    }
}
