package no.altinn.local.maskinporten;

import no.altinn.platform.http.Problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the faults of one body, so that the client learns of all together. Until then a faulty
 * member reads as a stand-in value. Not thread-safe.
 */
final class Faults {
    private final Set<String> found = new LinkedHashSet<>();

    /** A member, or the stand-in for one of another type; {@code reading} says so by a problem. */
    <T> T read(Supplier<T> reading, T standIn) {
        try {
            return reading.get();
        } catch (Problem fault) {
            found.add(fault.getMessage());
            return standIn;
        }
    }

    /** Notes a fault unless the condition holds. */
    void require(boolean condition, String otherwise) {
        if (!condition) {
            found.add(otherwise);
        }
    }

    /** How many faults there are so far; each text counts once. */
    int count() {
        return found.size();
    }

    /**
     * Ends the collection.
     *
     * @throws Problem 400 with every fault, if there is one
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw Problem.badBody(List.copyOf(found));
        }
    }
}
