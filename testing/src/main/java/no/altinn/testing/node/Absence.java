package no.altinn.testing.node;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;

/**
 * What becomes of tests on a machine without Node: they are skipped and say so, but where the build
 * is to leave nothing out, which the variable {@code CI} says by {@code true}, they fail.
 * Immutable.
 */
public final class Absence {
    private static final Logger LOG = LoggerFactory.getLogger(Absence.class);

    private final boolean isFailure;

    /**
     * @param environment this process's
     */
    public Absence(Map<String, String> environment) {
        this.isFailure = "true".equalsIgnoreCase(environment.get("CI"));
    }

    /**
     * Whether tests run.
     *
     * @param context the tests
     * @param getting gets what they need
     * @throws NodeMissing if it cannot be got, and the build is to leave nothing out
     */
    public ConditionEvaluationResult decide(ExtensionContext context, Runnable getting) {
        try {
            getting.run();
            return ConditionEvaluationResult.enabled("Node is here");
        } catch (NodeMissing e) {
            if (isFailure) {
                throw e;
            }
            LOG.warn("{} skipped: {}", context.getDisplayName(), e.getMessage());
            return ConditionEvaluationResult.disabled("Node is missing", e.getMessage());
        }
    }
}
