package no.altinn.platform.register;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of parties. Every method throws {@link RegisterUnavailable} when there is no
 * answer. Implementations are thread-safe.
 */
public interface PartyLookup {
    /**
     * Persons and organisations with their names and details.
     *
     * @param urns any number of {@link PartyUrn}s
     * @return those that are known, by the URN they were asked with
     */
    Map<String, RegisteredParty> parties(Collection<String> urns);

    /**
     * The main unit of a sub-unit.
     *
     * @param organisationUrn the sub-unit
     * @return empty when it is no sub-unit
     */
    Optional<MainUnit> mainUnit(String organisationUrn);
}
