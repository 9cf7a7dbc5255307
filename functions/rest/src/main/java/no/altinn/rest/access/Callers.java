package no.altinn.rest.access;

import no.altinn.platform.http.Request;

import java.util.Optional;

/** Finds out who sends requests. Implementations are thread-safe. */
@FunctionalInterface
public interface Callers {
    /**
     * Who sends a request: by its bearer token, else its certificate with {@code
     * ForceEIAuthentication} in the query, else its cookie. The first of them decides.
     *
     * @throws no.altinn.rest.door.RestError 401 if it is not good
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    Login of(Request request);

    /**
     * A caller and what its answer must carry.
     *
     * @param setCookie the value of a {@code Set-Cookie} that renews the login, if it is due
     */
    record Login(Caller caller, Optional<String> setCookie) {}
}
