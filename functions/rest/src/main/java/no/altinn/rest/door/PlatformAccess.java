package no.altinn.rest.door;

import no.altinn.platform.http.Request;

/** Lets only parts of the platform in. Implementations are thread-safe. */
@FunctionalInterface
public interface PlatformAccess {
    /**
     * Requires a platform access token of an issuer in the settings.
     *
     * @throws RestError 401 if there is none that is good
     * @throws no.altinn.platform.client.Unavailable if that cannot be found out now
     */
    void require(Request request);
}
