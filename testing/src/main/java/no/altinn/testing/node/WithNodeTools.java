package no.altinn.testing.node;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link NodeTools} that the platform is held against: Spectral ({@code spectral}),
 * Newman ({@code newman}), Bruno ({@code bru}) and the package {@code axe-core}. Where they cannot
 * be, tests are skipped and say so; with {@code CI=true} they fail.
 */
public final class WithNodeTools implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return new Absence(System.getenv()).decide(context, () -> tools(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NodeTools.class;
    }

    @Override
    public NodeTools resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return tools(context);
    }

    private static NodeTools tools(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        NodeTools.class,
                        type -> NodeTools.installed("node-tools", WithNodeTools.class),
                        NodeTools.class);
    }
}
