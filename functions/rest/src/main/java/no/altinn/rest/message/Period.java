package no.altinn.rest.message;

import no.altinn.rest.record.Search;

import java.time.Instant;
import java.util.Optional;

/**
 * When messages were last changed that are wanted.
 *
 * @param from empty for no bound
 * @param to the last instant; empty for no bound
 */
public record Period(Optional<Instant> from, Optional<Instant> to) {
    private static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public static Period always() {
        return ALWAYS;
    }

    Search.Order order() {
        return new Search.Order("lastChanged", true, from.map(Stamp::of), to.map(Stamp::of));
    }
}
