using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>What to ask for.</summary>
internal sealed record ExchangeRequest(Uri Url, VisitKind Kind, string Accept, long MaxBytes)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>The body of the request, made anew for every hop; may refuse one by throwing <see cref="FetchFailedException"/>.</summary>
    public Func<Uri, HttpContent>? Content { get; init; }

    /// <summary>Take the start of a body that is too long.</summary>
    public bool Cut { get; init; }

    /// <summary>Adds headers for one hop; true when they make it conditional.</summary>
    public Func<HttpRequestMessage, bool>? Prepare { get; init; }

    /// <summary>Asked before every hop; ends the exchange by throwing <see cref="FetchFailedException"/>.</summary>
    public Func<Uri, CancellationToken, Task>? Permit { get; init; }

    /// <summary>Whether the body of an answer is wanted at all.</summary>
    public required Func<int, RawHeaders, bool> WantsBody { get; init; }
}

/// <summary>How an exchange ended: with an answer of whatever status, or with none.</summary>
internal abstract record ExchangeResult(Uri Url, IReadOnlyList<RedirectHop> Redirects, TimeSpan Elapsed)
{
    internal sealed record Answer(Uri Url, IReadOnlyList<RedirectHop> Redirects, TimeSpan Elapsed, int Status, RawHeaders Headers, bool Conditional,
        byte[] Body, long BytesOnWire)
        : ExchangeResult(Url, Redirects, Elapsed);

    internal sealed record Broken(Uri Url, IReadOnlyList<RedirectHop> Redirects, TimeSpan Elapsed, FetchFate Fate, string Message, int? Status = null,
        TimeSpan? RetryAfter = null)
        : ExchangeResult(Url, Redirects, Elapsed);
}

/// <summary>One request with its redirects: every hop is checked, takes its turn at its host and shares one time limit.</summary>
internal sealed class HttpExchange(HttpMessageInvoker http, HostGates gates, TargetRules targets, FetchLimits limits, string userAgent, TimeProvider time)
{
    public async Task<ExchangeResult> SendAsync(ExchangeRequest request, CancellationToken cancellation)
    {
        List<RedirectHop> redirects = [];
        var url = request.Url;
        var spent = TimeSpan.Zero;
        while (true)
        {
            int? status = null;
            try
            {
                if (targets.Refusal(url) is { } refusal)
                    return new ExchangeResult.Broken(url, redirects, spent, FetchFate.Refused, refusal);
                if (request.Permit is { } permit)
                    await permit(url, cancellation);
                ThrowIfCooling(url);
                using var slot = await gates.EnterAsync(url, request.Kind, cancellation);
                ThrowIfCooling(url); // the requests before may have been refused
                var start = time.GetTimestamp();
                ExchangeResult.Answer answer;
                try
                {
                    answer = await HopAsync(request, url, limits.Whole - spent, s => status = s, cancellation);
                }
                finally
                {
                    spent += time.GetElapsedTime(start);
                }

                if (answer.Status is not (301 or 302 or 303 or 307 or 308))
                    return answer with { Redirects = redirects, Elapsed = spent };
                var next = RedirectTarget.Resolve(url, answer.Headers["Location"]);
                redirects.Add(new RedirectHop(answer.Status, url.AbsoluteUri, next.AbsoluteUri));
                if (redirects.Count > limits.Hops)
                    return new ExchangeResult.Broken(url, redirects, spent, FetchFate.TooManyRedirects, $"more than {limits.Hops} redirects", answer.Status);
                url = next;
            }
            catch (Exception e) when (NetworkFaults.IsExpected(e))
            {
                // whatever a cancelled request broke on, the caller asked for it
                cancellation.ThrowIfCancellationRequested();
                var why = NetworkFaults.Explain(e);
                return new ExchangeResult.Broken(url, redirects, spent, why.Fate, why.Message, status, why.RetryAfter);
            }
        }
    }

    private async Task<ExchangeResult.Answer> HopAsync(ExchangeRequest request, Uri url, TimeSpan left, Action<int> report, CancellationToken cancellation)
    {
        using var whole = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var headersIn = new CancellationTokenSource(limits.Headers, time);
        using var body = CancellationTokenSource.CreateLinkedTokenSource(cancellation, whole.Token);
        using var head = CancellationTokenSource.CreateLinkedTokenSource(body.Token, headersIn.Token);
        try
        {
            using var message = Message(request, url);
            message.Content = request.Content?.Invoke(url);
            var conditional = request.Prepare?.Invoke(message) ?? false;
            using var response = await http.SendAsync(message, head.Token);
            headersIn.CancelAfter(Timeout.InfiniteTimeSpan);
            var headers = RawHeaders.Of(response);
            var status = (int)response.StatusCode;
            report(status);
            Remember(url, status, headers);
            // one of them is wrong, and the next answer on the connection begins at the other (RFC 9112 §6.3)
            if (headers.All("Content-Length").Distinct().Count() > 1)
                throw new FetchFailedException(FetchFate.NetworkError, "no proper HTTP: two lengths");
            var wire = request.WantsBody(status, headers) ? await BodyReader.ReadAsync(response.Content, request.MaxBytes, request.Cut, body.Token) : [];
            var decoded = ContentDecoding.Decode(wire, headers["Content-Encoding"], request.MaxBytes, request.Cut);
            return new(url, [], TimeSpan.Zero, status, headers, conditional, decoded, wire.Length);
        }
        catch (Exception e)
            when (!cancellation.IsCancellationRequested
                && (whole.IsCancellationRequested || headersIn.IsCancellationRequested)
                && e is OperationCanceledException or IOException)
        {
            throw whole.IsCancellationRequested
                ? new FetchFailedException(FetchFate.Timeout, $"not complete within {limits.Whole.TotalSeconds:0.#} s", e)
                : new FetchFailedException(FetchFate.Timeout, $"no answer within {limits.Headers.TotalSeconds:0.#} s", e);
        }
    }

    private void ThrowIfCooling(Uri url)
    {
        if (gates.CoolingUntil(url) is { } until)
            throw new FetchFailedException(FetchFate.RateLimited, $"host asked to back off until {until:u}") { RetryAfter = until - time.GetUtcNow() };
    }

    private HttpRequestMessage Message(ExchangeRequest request, Uri url)
    {
        var message = new HttpRequestMessage(request.Method, url) { Version = new Version(2, 0), VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoding.Offer);
        return message;
    }

    private void Remember(Uri url, int status, RawHeaders headers)
    {
        if (status is 429 or 503)
            gates.Cool(url, RetryAfter.Parse(headers["Retry-After"], time.GetUtcNow()));
        else if (status < 400)
            gates.Forgive(url);
    }
}
