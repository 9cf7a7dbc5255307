package no.altinn.rest.door;

import java.util.Optional;

/** How the app tells its exceptions to clients. */
@FunctionalInterface
public interface Refusals {
    /** What the client is told; empty for an exception that is no client's to mend. */
    Optional<RestError> of(RuntimeException exception);
}
