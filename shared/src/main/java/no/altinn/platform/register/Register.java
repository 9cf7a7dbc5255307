package no.altinn.platform.register;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Who is which party. Every method throws {@link RegisterUnavailable} when there is no answer.
 * Implementations are thread-safe.
 */
public interface Register {
    /**
     * The party of a person.
     *
     * @param nin the national identity number, eleven digits
     * @param bearerToken the token of the caller, in whose name is asked
     * @return empty when there is no such person
     */
    OptionalInt partyOfPerson(String nin, String bearerToken);

    /**
     * The party of an organisation.
     *
     * @param orgNumber nine digits
     * @param bearerToken the token of the caller, in whose name is asked
     * @return empty when there is no such organisation
     */
    OptionalInt partyOfOrganization(String orgNumber, String bearerToken);

    /**
     * The UUIDs of persons.
     *
     * @param personUrns any number of {@code urn:altinn:person:identifier-no:<nin>}
     * @return those that are known, by the URN they were asked with
     */
    Map<String, UUID> partyUuids(Collection<String> personUrns);

    /**
     * The organisation that a URN names.
     *
     * @param urn {@code urn:altinn:party:id:<id>}, {@code urn:altinn:party:uuid:<uuid>} or {@code
     *     urn:altinn:organization:identifier-no:<number>}
     * @return empty when Register knows no party by it, or one that is no organisation
     */
    Optional<Organization> organization(String urn);

    /**
     * The main unit of a sub-unit.
     *
     * @param organisationUrn the sub-unit, such as {@code
     *     urn:altinn:organization:identifier-no:<number>} or {@code urn:altinn:party:id:<id>}
     * @return empty when it is no sub-unit
     */
    Optional<MainUnit> mainUnit(String organisationUrn);
}
