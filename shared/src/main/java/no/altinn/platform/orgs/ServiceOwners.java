package no.altinn.platform.orgs;

import java.util.List;
import java.util.Optional;

/** The organisations that own services in Altinn. Implementations are thread-safe. */
@FunctionalInterface
public interface ServiceOwners {
    /**
     * The codes of the service owners with a number, such as {@code skd}, in the list's order.
     *
     * @param organisationNumber nine digits
     * @return empty when the organisation is no service owner
     * @throws no.altinn.platform.client.Unavailable if the list of them was never obtained
     */
    List<String> codesOf(String organisationNumber);

    /**
     * The code of a service owner; of several with one number, the first.
     *
     * @param organisationNumber nine digits
     * @return empty when the organisation is no service owner
     * @throws no.altinn.platform.client.Unavailable if the list of them was never obtained
     */
    default Optional<String> codeOf(String organisationNumber) {
        return codesOf(organisationNumber).stream().findFirst();
    }
}
