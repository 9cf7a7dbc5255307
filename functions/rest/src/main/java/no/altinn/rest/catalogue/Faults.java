package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.List;

/** Gathers faults, 100 at most, so that a writer learns of all of them together. For one thread. */
final class Faults {
    private static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>();

    void add(JsonPointer place, String reason) {
        if (faults.size() < MOST) {
            faults.add(new Fault(place, reason));
        }
    }

    boolean areNone() {
        return faults.isEmpty();
    }

    /**
     * Tells the faults.
     *
     * @throws InvalidCatalogue if there are any
     */
    void check() {
        if (!faults.isEmpty()) {
            throw new InvalidCatalogue(faults);
        }
    }
}
