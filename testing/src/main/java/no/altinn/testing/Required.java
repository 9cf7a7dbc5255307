package no.altinn.testing;

import org.junit.jupiter.api.Assumptions;

import java.util.Map;

/**
 * What a test cannot do without. Where it is missing the test is skipped, but where the build is to
 * leave nothing out, which the variable {@code CI} says by {@code true}, it fails. Immutable.
 */
public final class Required {
    private final boolean isFailure;

    /**
     * @param environment this process's
     */
    public Required(Map<String, String> environment) {
        this.isFailure = "true".equalsIgnoreCase(environment.get("CI"));
    }

    /**
     * Goes on if it is there.
     *
     * @param missing says that it is not there, for example {@code There is no Maven on the path}
     * @throws AssertionError if it is not, and the build is to leave nothing out
     * @throws org.opentest4j.TestAbortedException if it is not, elsewhere
     */
    public void thatThereIs(boolean isThere, String missing) {
        if (!isThere && isFailure) {
            throw new AssertionError(missing);
        }
        Assumptions.assumeTrue(isThere, missing);
    }
}
