package no.altinn.local.idporten;

import no.altinn.local.testdata.Person;

import java.time.Instant;

/**
 * A person who has logged in for a client. Immutable.
 *
 * @param request what the client asked for
 * @param at when the person did
 * @param sessionId names the session that began with it
 */
record Login(AuthorizationRequest request, Person person, Instant at, String sessionId) {

    /** Names the session without showing whose it is. */
    @Override
    public String toString() {
        return "Login[" + sessionId + "]";
    }
}
