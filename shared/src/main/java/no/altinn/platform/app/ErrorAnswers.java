package no.altinn.platform.app;

import no.altinn.platform.http.Problem;

import java.util.Optional;

/** How an app tells its own exceptions to clients. */
@FunctionalInterface
public interface ErrorAnswers {
    /** What the client is told; empty for an exception that no client can do anything about. */
    Optional<Problem> of(RuntimeException exception);
}
