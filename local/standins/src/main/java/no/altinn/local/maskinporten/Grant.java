package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.TestSystemUser;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client has been granted. Immutable.
 *
 * @param scopes one or more, each registered for the client
 * @param consumer the organisation that the token is for, nine digits
 * @param audience what the token's {@code aud} is: a text or a list of texts
 * @param systemUsers whom the client acts as: at most one
 */
record Grant(
        RegisteredClient client,
        Set<String> scopes,
        String consumer,
        JsonNode audience,
        List<TestSystemUser> systemUsers) {

    Grant {
        // Tokens list scopes in the order they were asked for.
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        systemUsers = List.copyOf(systemUsers);
    }

    /** Whether another organisation has delegated to the client's. */
    boolean isDelegated() {
        return !consumer.equals(client.metadata().organisation());
    }
}
