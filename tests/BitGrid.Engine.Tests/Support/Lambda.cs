namespace BitGrid.Engine.Tests.Support;

/// <summary>A rule made of a function.</summary>
sealed class Lambda(Lambda.Body body) : IRule
{
    public delegate Vote Body(in RuleContext context);

    public Vote Evaluate(in RuleContext context) => body(context);
}
