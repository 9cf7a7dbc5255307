package no.altinn.rest.application;

import java.util.Optional;

/** The applications that may call. Implementations are thread-safe. */
public interface KnownApplications {
    /**
     * The application that a key was given to, at most 10 seconds ago or not taken from it since.
     *
     * @param key as it was sent
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    Optional<Application> ofKey(String key);

    /**
     * Whether pages of any application come from an origin, compared whole.
     *
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    boolean hasOrigin(String origin);
}
