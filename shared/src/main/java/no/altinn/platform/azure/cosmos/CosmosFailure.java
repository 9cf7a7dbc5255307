package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.CosmosException;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * What the failure of a call means (Cosmos DB, HTTP status codes).
 *
 * @param cause the failure itself
 */
public record CosmosFailure(Throwable cause) {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int THROTTLED = 429;
    private static final int WRITTEN_MEANWHILE = 449;
    // Time-out, gone to another replica, throttled, written meanwhile, unavailable.
    private static final Set<Integer> PASSING = Set.of(408, 410, THROTTLED, WRITTEN_MEANWHILE, 503);

    /** Whether the same call may be answered soon. */
    boolean isPassing() {
        return cause instanceof TimeoutException || status().filter(PASSING::contains).isPresent();
    }

    /** Whether the call may have been carried out nevertheless. */
    boolean mayBeDone() {
        return status().filter(s -> s == THROTTLED || s == WRITTEN_MEANWHILE).isEmpty();
    }

    /** Whether the document would become too large. */
    public boolean isTooLarge() {
        return status().filter(s -> s == TOO_LARGE).isPresent();
    }

    /** How long the account asks callers to wait; zero if it does not say. */
    Duration pause() {
        return cause instanceof CosmosException e && e.getStatusCode() == THROTTLED
                ? e.getRetryAfterDuration()
                : Duration.ZERO;
    }

    /** The failure as the exception that the ports promise. */
    RuntimeException toPort() {
        int status = status().orElse(0);
        if (status == BAD_REQUEST || status == TOO_LARGE) {
            return new IllegalStateException("Cosmos DB cannot take what was asked.", cause);
        }
        boolean isOfTheStore = status != 0 || cause instanceof TimeoutException;
        if (!isOfTheStore && cause instanceof RuntimeException exception) {
            return exception;
        }
        return new Unavailable("Cosmos DB does not answer (status " + status + ").", cause);
    }

    private Optional<Integer> status() {
        return cause instanceof CosmosException e
                ? Optional.of(e.getStatusCode())
                : Optional.empty();
    }
}
