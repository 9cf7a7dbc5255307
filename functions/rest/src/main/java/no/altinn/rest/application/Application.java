package no.altinn.rest.application;

import java.util.Set;

/**
 * An application that calls the API (rest-api.md §1).
 *
 * @param id a GUID, which is no secret; the key is another
 * @param name 1 to 200 characters
 * @param organizationNumber nine digits
 * @param origins where its pages come from, for example {@code https://www.eksempel.no}
 * @param grants what its key opens, for example {@code Message.read}
 */
public record Application(
        String id,
        String name,
        String organizationNumber,
        Set<String> origins,
        Set<String> grants) {
    public Application {
        origins = Set.copyOf(origins);
        grants = Set.copyOf(grants);
    }
}
