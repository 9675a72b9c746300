using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aggregator;

/// <summary>A changed condition, threshold or sum.</summary>
internal sealed record Mutant(int Id, string File, int Line, string From, string To);

/// <summary>
/// Puts all mutants of a file into it, each behind a switch: <c>a &lt; b</c> becomes <c>Is(7) ? a &lt;= b : Is(8) ? a &gt;= b : a &lt; b</c>.
/// Changed are comparisons (to their boundary and to their opposite), conditions (negated, and for or), signs of arithmetic and truth values.
/// </summary>
/// <param name="refused">Mutants that did not compile.</param>
internal sealed class MutantRewriter(SemanticModel model, string file, List<Mutant> mutants, HashSet<(string File, int Start, string To)> refused)
    : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Token, bool OfNumbers)[]> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = [(SyntaxKind.LessThanEqualsToken, false), (SyntaxKind.GreaterThanEqualsToken, false)],
        [SyntaxKind.LessThanOrEqualExpression] = [(SyntaxKind.LessThanToken, false), (SyntaxKind.GreaterThanToken, false)],
        [SyntaxKind.GreaterThanExpression] = [(SyntaxKind.GreaterThanEqualsToken, false), (SyntaxKind.LessThanEqualsToken, false)],
        [SyntaxKind.GreaterThanOrEqualExpression] = [(SyntaxKind.GreaterThanToken, false), (SyntaxKind.LessThanToken, false)],
        [SyntaxKind.EqualsExpression] = [(SyntaxKind.ExclamationEqualsToken, false)],
        [SyntaxKind.NotEqualsExpression] = [(SyntaxKind.EqualsEqualsToken, false)],
        [SyntaxKind.LogicalAndExpression] = [(SyntaxKind.BarBarToken, false)],
        [SyntaxKind.LogicalOrExpression] = [(SyntaxKind.AmpersandAmpersandToken, false)],
        [SyntaxKind.AddExpression] = [(SyntaxKind.MinusToken, true)],
        [SyntaxKind.SubtractExpression] = [(SyntaxKind.PlusToken, true)],
        [SyntaxKind.MultiplyExpression] = [(SyntaxKind.SlashToken, true)],
        [SyntaxKind.DivideExpression] = [(SyntaxKind.AsteriskToken, true)],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Boundaries = new()
    {
        [SyntaxKind.LessThanToken] = SyntaxKind.LessThanEqualsToken,
        [SyntaxKind.LessThanEqualsToken] = SyntaxKind.LessThanToken,
        [SyntaxKind.GreaterThanToken] = SyntaxKind.GreaterThanEqualsToken,
        [SyntaxKind.GreaterThanEqualsToken] = SyntaxKind.GreaterThanToken,
    };

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        // constants, and what runs once before any mutant is switched on
        if (node is AttributeListSyntax or EnumDeclarationSyntax or ParameterListSyntax or PatternSyntax or SwitchLabelSyntax
            || node is BaseFieldDeclarationSyntax { Modifiers: var field } && field.Any(m => m.IsKind(SyntaxKind.ConstKeyword) || m.IsKind(SyntaxKind.StaticKeyword))
            || node is LocalDeclarationStatementSyntax { IsConst: true })
        {
            return node;
        }

        var visited = base.Visit(node);
        return node is ExpressionSyntax expression ? Switched(expression, (ExpressionSyntax)visited!) : visited;
    }

    private ExpressionSyntax Switched(ExpressionSyntax original, ExpressionSyntax visited)
    {
        // a variable may be declared in one of the alternatives only
        if (original.DescendantNodes().Any(n => n is SingleVariableDesignationSyntax))
            return visited;
        foreach (var changed in Alternatives(original))
        {
            var to = changed.WithoutTrivia().ToString();
            if (refused.Contains((file, original.SpanStart, to)))
                continue;
            var line = original.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            mutants.Add(new Mutant(mutants.Count, file, line, original.ToString(), to));
            var isActive = SyntaxFactory.ParseExpression($"{MutantSwitch.Call}({mutants.Count - 1})");
            visited = SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ConditionalExpression(isActive,
                    SyntaxFactory.ParenthesizedExpression(changed.WithoutTrivia()), SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia())))
                .WithTriviaFrom(original)
                .WithAdditionalAnnotations(new SyntaxAnnotation("mutant", $"{mutants.Count - 1} {original.SpanStart}"));
        }

        return visited;
    }

    private IEnumerable<ExpressionSyntax> Alternatives(ExpressionSyntax node)
    {
        if (node is BinaryExpressionSyntax binary && Operators.TryGetValue(node.Kind(), out var tokens))
        {
            foreach (var (token, ofNumbers) in tokens)
            {
                if (!ofNumbers || model.GetTypeInfo(node).Type is { SpecialType: not SpecialType.System_String })
                    yield return SyntaxFactory.ParseExpression($"{binary.Left} {SyntaxFacts.GetText(token)} {binary.Right}");
            }
        }
        else if (node.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            yield return SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        }
        else if (node.IsKind(SyntaxKind.TrueLiteralExpression) && node.Parent is not WhileStatementSyntax)
        {
            yield return SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        }
        else if (node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
        {
            yield return not.Operand;
        }
        else if (node is IsPatternExpressionSyntax { Pattern: var pattern })
        {
            yield return Negated(node);
            foreach (var relation in pattern.DescendantNodesAndSelf().OfType<RelationalPatternSyntax>())
            {
                var boundary = SyntaxFactory.Token(Boundaries[relation.OperatorToken.Kind()]).WithTriviaFrom(relation.OperatorToken);
                yield return node.ReplaceNode(relation, relation.WithOperatorToken(boundary));
            }
        }
        else if (node is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax && IsCondition(node))
        {
            yield return Negated(node);
        }
    }

    private static ExpressionSyntax Negated(ExpressionSyntax node) => SyntaxFactory.ParseExpression($"!({node})");

    private bool IsCondition(ExpressionSyntax node) => model.GetTypeInfo(node).Type is { SpecialType: SpecialType.System_Boolean } && node.Parent switch
    {
        IfStatementSyntax or WhileStatementSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or LambdaExpressionSyntax => true,
        ConditionalExpressionSyntax conditional => conditional.Condition == node,
        BinaryExpressionSyntax both => both.IsKind(SyntaxKind.LogicalAndExpression) || both.IsKind(SyntaxKind.LogicalOrExpression),
        _ => false,
    };
}
