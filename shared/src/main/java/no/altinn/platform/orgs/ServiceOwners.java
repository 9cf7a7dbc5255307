package no.altinn.platform.orgs;

import java.util.Optional;

/** The organisations that own services in Altinn. Implementations are thread-safe. */
@FunctionalInterface
public interface ServiceOwners {
    /**
     * The code of a service owner, such as {@code skd}; of several with one number, the first.
     *
     * @param organisationNumber nine digits
     * @return empty when the organisation is no service owner
     * @throws no.altinn.platform.client.Unavailable if the list of them was never obtained
     */
    Optional<String> codeOf(String organisationNumber);
}
