using Aggregator.Stores;

namespace Aggregator.Files;

/// <summary>
/// Keeps a data folder for one process. The lock is the operating system's on an open file, so it ends with the process
/// however that ends, and a file left behind locks nothing.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private const string FileName = "aggregator.lock";

    // EROFS, which .NET hands on as a plain IOException.
    private const int ReadOnlyFileSystem = 30;

    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    public static StoreLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return new StoreLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is UnauthorizedAccessException || e.HResult == ReadOnlyFileSystem)
        {
            throw new StoreUnusableException($"The data folder {folder} cannot be written to. Check its permissions, or name another one.", e);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new StoreUnusableException($"The data folder {folder} is in use by another process. Stop that one first, or name another folder.", e);
        }
        catch (IOException e)
        {
            throw new StoreUnusableException($"The data folder {folder} cannot be written to: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
