package no.altinn.testing.azurite;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tests the {@link Azurite} of Storage Queues that is started once for all of them, and that
 * of Blob Storage to parameters with {@link Blobs}; where there can be none it skips them and says
 * so.
 */
public class WithAzurite implements ExecutionCondition, ParameterResolver {
    private static final Logger LOG = LoggerFactory.getLogger(WithAzurite.class);

    private final Azurite.Service service;

    public WithAzurite() {
        this(Azurite.Service.QUEUE);
    }

    WithAzurite(Azurite.Service service) {
        this.service = service;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            azurite(context, service);
            return ConditionEvaluationResult.enabled("Azurite runs");
        } catch (Azurite.NotHere e) {
            LOG.warn("{} skipped: {}", context.getDisplayName(), e.getMessage());
            return ConditionEvaluationResult.disabled("Azurite does not run", e.getMessage());
        }
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
