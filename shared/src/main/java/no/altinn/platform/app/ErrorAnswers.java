package no.altinn.platform.app;

import no.altinn.platform.http.Problem;

import java.util.Optional;

/** How an app tells its own exceptions to clients. */
@FunctionalInterface
public interface ErrorAnswers {
    /** The problem that the client gets; empty for an exception that is no client's to mend. */
    Optional<Problem> of(RuntimeException exception);
}
