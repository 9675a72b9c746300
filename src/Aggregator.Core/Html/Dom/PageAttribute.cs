namespace Aggregator.Html.Dom;

/// <summary>An attribute as the page wrote it; the name in lower case.</summary>
internal readonly record struct PageAttribute(string Name, string Value);
