using System.Globalization;
using System.Text.Json.Nodes;
using Aggregator.Api.Access;
using Aggregator.Api.Query;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Aggregator.Api;

/// <summary>The OpenAPI document: made from the routes, their answers and the same parameter tables that check requests.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "api-key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Aggregator",
            Version = "1",
            Description = "Merged feeds, stories and articles of tech and EV news. Every list, feed, timeline, facet and export takes the same "
                + "filters; an unknown parameter is answered with 400 that names it; errors are problem details (RFC 9457).",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] =
            new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key made with: aggregator keys add NAME" };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<AcceptsQuery>().LastOrDefault() is { Parameters.Count: > 0 } accepts)
        {
            operation.Parameters ??= [];
            foreach (var parameter in accepts.Parameters)
                operation.Parameters.Add(Describe(parameter));
            operation.Responses ??= [];
            operation.Responses.TryAdd("400",
                new OpenApiResponse { Description = "A parameter is unknown or its value is not allowed; the problem names it." });
        }

        if (metadata.OfType<NeedsWriteKey>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];

        return Task.CompletedTask;
    }

    private static OpenApiParameter Describe(QueryParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = parameter.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = parameter.Allowed is { } allowed ? [.. allowed.Select(one => JsonValue.Create(one)!)] : null,
            Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
            Default = Node(parameter, parameter.Repeatable ? null : parameter.Default),
        };
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Repeatable ? parameter.Description + " Repeatable, or several with commas." : parameter.Description,
            Schema = parameter.Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Example = Node(parameter, parameter.Example),
        };
        // The comma form; repeating the parameter works as well.
        if (parameter.Repeatable)
            (described.Style, described.Explode) = (ParameterStyle.Form, false);
        return described;
    }

    private static JsonValue? Node(QueryParameter parameter, string? text) =>
        text is null ? null
        : parameter.Type == "integer" ? JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture))
        : JsonValue.Create(text);
}
