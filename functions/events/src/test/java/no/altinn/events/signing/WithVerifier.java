package no.altinn.events.signing;

import no.altinn.testing.node.Absence;
import no.altinn.testing.node.NodeTools;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the packages with which receivers in JavaScript verify. Where they cannot be, tests
 * are skipped and say so; with {@code CI=true} they fail.
 */
final class WithVerifier implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return new Absence(System.getenv()).decide(context, () -> verifier(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NodeTools.class;
    }

    @Override
    public NodeTools resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return verifier(context);
    }

    private static NodeTools verifier(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        WithVerifier.class,
                        type -> NodeTools.installed("webhook-verifier", WithVerifier.class),
                        NodeTools.class);
    }
}
