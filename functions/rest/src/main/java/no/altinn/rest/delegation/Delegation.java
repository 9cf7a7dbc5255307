package no.altinn.rest.delegation;

import java.time.Instant;

/**
 * A gift from one party to another, in force.
 *
 * @param offeredBy the id of the party that gives
 * @param number what clients know it by, {@link Delegations#FIRST_NUMBER} to {@link
 *     Delegations#LAST_NUMBER}
 * @param subject the id of the party that events of it are about: the receiver's; of an enterprise
 *     user, its organisation's
 * @param giver who gave it for the party
 * @param at when
 */
public record Delegation(
        int offeredBy,
        int number,
        Receiver receiver,
        Gift gift,
        int subject,
        Giver giver,
        Instant at) {
    /**
     * Who gave it.
     *
     * @param name as others are shown it
     * @param serviceOwner the code of a service owner that gave it on the party's behalf; else
     *     empty
     */
    public record Giver(String name, String serviceOwner) {
        /** A user of the party. */
        public static Giver user(String name) {
            return new Giver(name, "");
        }

        /** Tells no name: persons never reach a log. */
        @Override
        public String toString() {
            return serviceOwner;
        }
    }
}
