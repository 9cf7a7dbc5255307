package no.altinn.rest.role;

import java.util.Set;

/** The roles that persons have by public registers. Implementations are thread-safe. */
@FunctionalInterface
public interface ExternalRoles {
    /**
     * The codes of a person's roles for a party, for example {@code DAGL}; {@code PRIV} for
     * oneself.
     *
     * @param userId positive
     * @param partyId positive
     * @throws no.altinn.platform.client.Unavailable if there is no answer
     */
    Set<String> of(int userId, int partyId);
}
