using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api.Access;

/// <summary>Places for answers that take long, so that neither all clients together nor one of them can use up the service.</summary>
/// <param name="most">Places in all.</param>
/// <param name="mostOfOne">Places for one client.</param>
internal class ClientPlaces(int most, int mostOfOne)
{
    private readonly Dictionary<string, int> _taken = [];
    private int _all;

    /// <summary>Takes a place until the request has been answered.</summary>
    /// <param name="what">The plural of what is offered, for the refusal, such as "exports".</param>
    /// <returns>Null when it has one; else what to answer: 429 with Retry-After.</returns>
    public IResult? Take(HttpContext context, string what)
    {
        var client = ClientLimiter.ClientOf(context);
        lock (_taken)
        {
            var own = _taken.GetValueOrDefault(client);
            if (own >= mostOfOne || _all >= most)
                return Refusal(context, own >= mostOfOne ? $"{mostOfOne} {what} of one client at a time" : $"{most} {what} at a time, of all clients");
            _taken[client] = own + 1;
            _all++;
        }

        context.Response.OnCompleted(() =>
        {
            Leave(client);
            return Task.CompletedTask;
        });
        return null;
    }

    private static ProblemHttpResult Refusal(HttpContext context, string rule)
    {
        context.Response.Headers.RetryAfter = "30";
        return Http.Problems.Of(StatusCodes.Status429TooManyRequests, $"There are at most {rule}; see Retry-After, or follow /api/v1/changes.");
    }

    private void Leave(string client)
    {
        lock (_taken)
        {
            _all--;
            if (_taken[client] == 1)
                _taken.Remove(client);
            else
                _taken[client]--;
        }
    }
}

/// <summary>An export holds some megabytes and a connection of the database for as long as its client takes to read it.</summary>
internal sealed class ExportPlaces() : ClientPlaces(8, 2);
