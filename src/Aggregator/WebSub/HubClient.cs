using System.Text;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>Asks hubs to subscribe and unsubscribe (W3C WebSub, section 5.1), over the same guarded connections as every other request.</summary>
internal sealed class HubClient(HttpExchange exchange, AllowedHosts allowed)
{
    // Hubs that serve blogs grant 5 to 15 days; they may grant less than what is asked for.
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    // A refusal's reason is shown to people.
    private const int MostReasonBytes = 2000;

    public static HubClient Over(IServiceProvider services)
    {
        var fetching = services.GetRequiredService<FetchingServices>();
        return new HubClient(fetching.Exchange, fetching.AllowedHosts);
    }

    /// <summary>Whether a secret may be sent to a hub: only where nobody can listen (section 8), or where the owner vouches for the host.</summary>
    public bool TakesSecret(Uri hub) => hub.Scheme == Uri.UriSchemeHttps || allowed.Allows(hub.IdnHost, hub.Port);

    /// <summary>Null when the hub took the request, else why it did not.</summary>
    public async Task<string?> AskAsync(HubSubscription subscription, HubIntent intent, string callback, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(subscription.Hub, UriKind.Absolute, out var hub))
            return "the hub's address is none";
        var request = new ExchangeRequest(hub, VisitKind.Feed, "*/*", MostReasonBytes)
        {
            Method = HttpMethod.Post,
            Content = hop => Form(hop, subscription, intent, callback),
            Cut = true,
            WantsBody = (status, _) => status >= 400,
        };
        return await exchange.SendAsync(request, cancellation) switch
        {
            ExchangeResult.Answer { Status: >= 200 and < 300 } => null,
            ExchangeResult.Answer answer => $"the hub answered {answer.Status}: {Words(answer.Body)}".TrimEnd(':', ' '),
            ExchangeResult.Broken broken => broken.Message,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Every hop is asked anew, so that a redirect to plain http does not carry the secret.
    private FormUrlEncodedContent Form(Uri hop, HubSubscription subscription, HubIntent intent, string callback)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("hub.callback", callback),
            new("hub.mode", intent == HubIntent.Subscribe ? "subscribe" : "unsubscribe"),
            new("hub.topic", subscription.Topic),
        };
        if (intent == HubIntent.Subscribe)
        {
            fields.Add(new("hub.lease_seconds", ((long)Lease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (subscription.Secret is { } secret)
            {
                fields.Add(new("hub.secret",
                    TakesSecret(hop)
                        ? secret
                        : throw new FetchFailedException(FetchFate.Refused, "the hub redirects to an address that may not have the secret")));
            }
        }

        return new FormUrlEncodedContent(fields);
    }

    private static string Words(byte[] body) =>
        string.Join(' ', Encoding.UTF8.GetString(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(40));
}
