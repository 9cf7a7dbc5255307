package no.altinn.platform.concurrent;

import java.util.ArrayList;
import java.util.List;

/** Steps that are made one after the other, whatever becomes of those before. */
public final class InTurn {
    private InTurn() {}

    /**
     * Makes every step.
     *
     * @throws RuntimeException what the first failed step threw, after all have been made; the
     *     later failures are suppressed in it
     */
    public static void all(Runnable... steps) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.stream().filter(later -> later != first).forEach(first::addSuppressed);
            throw first;
        }
    }
}
