using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Engine;

/// <summary>Turns what LiteDB throws into messages that say what happened, where, and what to do.</summary>
internal static class LiteErrors
{
    // ENOSPC and EDQUOT of errno.h, and ERROR_DISK_FULL of Windows, which .NET hands on in a plain IOException.
    private static readonly int[] FullCodes = [28, 122, unchecked((int)0x80070070)];

    /// <summary>The exception to show in place of <paramref name="error"/>, or null when it says nothing about the file.</summary>
    public static StoreUnusableException? Explain(Exception error, string file) => error switch
    {
        StoreUnusableException => null,
        IOException io when FullCodes.Contains(io.HResult) =>
            Unusable($"The disk that holds {file} is full. Nothing was lost; free some space and start again.", io),
        UnauthorizedAccessException => Unusable($"{file} cannot be written to. Check the permissions of the file and its folder.", error),
        IOException io => Unusable($"Reading or writing {file} failed ({io.Message}). Check the disk.", io),
        LiteException { InnerException: IOException or UnauthorizedAccessException } lite => Explain(lite.InnerException!, file),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE } or LiteException { ErrorCode: LiteException.INVALID_PASSWORD } =>
            Unusable($"{file} is not a database of this program. Move it away, or name another data folder.", error),
        LiteException lite => Unusable($"{file} is damaged ({lite.Message}). Restore a backup, or move the file away to start anew.", lite),
        _ => null,
    };

    private static StoreUnusableException Unusable(string message, Exception inner) => new(message, inner);
}
