namespace Aggregator.Api;

internal static class OpmlApi
{
    public static void Map(RouteGroupBuilder root)
    {
    }
}
