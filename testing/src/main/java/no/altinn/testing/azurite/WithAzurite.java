package no.altinn.testing.azurite;

import no.altinn.testing.node.Absence;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Azurite} of Storage Queues that is started once for all of them, and that
 * of Blob Storage to parameters with {@link Blobs}. Where there can be none, tests are skipped and
 * say so; with {@code CI=true} they fail.
 */
public class WithAzurite implements ExecutionCondition, ParameterResolver {
    private final Azurite.Service service;

    public WithAzurite() {
        this(Azurite.Service.QUEUE);
    }

    WithAzurite(Azurite.Service service) {
        this.service = service;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return new Absence(System.getenv()).decide(context, () -> azurite(context, service));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Azurite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return azurite(
                context, parameter.isAnnotated(Blobs.class) ? Azurite.Service.BLOB : service);
    }

    /** The root's store closes it when the last test has run. */
    private static Azurite azurite(ExtensionContext context, Azurite.Service wanted) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(wanted, Azurite::start, Azurite.class);
    }
}
