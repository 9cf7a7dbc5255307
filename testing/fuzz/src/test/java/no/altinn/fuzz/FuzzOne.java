package no.altinn.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** The class that Jazzer calls to fuzz a target; it knows the methods by their names. */
public final class FuzzOne {
    private static final AtomicReference<Target> TARGET = new AtomicReference<>();

    private FuzzOne() {}

    /** Finds the target by its name, which is the only argument. */
    public static void fuzzerInitialize(String[] arguments) {
        TARGET.set(Targets.named(arguments[0]));
    }

    /** Takes one input. Bytes that are no UTF-8 become U+FFFD, as in the Functions worker. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.get().property().accept(new String(input, StandardCharsets.UTF_8));
    }
}
