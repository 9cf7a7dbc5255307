package no.altinn.rest.reportee;

import java.util.List;
import java.util.Optional;

/** Whom persons act for by public registers. Implementations are thread-safe. */
@FunctionalInterface
public interface ExternalParties {
    /**
     * The parties that a person acts for by roles of public registers, in no order. The person's
     * own party may be among them.
     *
     * @param userId positive
     * @throws no.altinn.platform.client.Unavailable if there is no answer
     */
    List<ExternalParty> of(int userId);

    /**
     * One of them.
     *
     * @param partyId positive
     * @param parent the organisation number of a sub-unit's main unit, where the answer tells it
     */
    record ExternalParty(int partyId, Optional<String> parent) {}
}
