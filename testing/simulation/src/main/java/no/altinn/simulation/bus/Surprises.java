package no.altinn.simulation.bus;

import no.altinn.platform.client.Unavailable;
import no.altinn.simulation.process.Outcome;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Failures that no dependency explains. Not thread-safe. */
public final class Surprises {
    private final List<String> found = new ArrayList<>();

    /** Looks at how triggered work ended. Work may fail because a dependency is away. */
    public void look(String what, Outcome outcome) {
        outcome.failure()
                .filter(failure -> !(failure instanceof Unavailable))
                .ifPresent(failure -> add(what, failure));
    }

    /** Notes a failure that must not be. */
    public void add(String what, RuntimeException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        found.add(what + ": " + text);
    }

    /** What was found. */
    public List<String> found() {
        return found;
    }
}
