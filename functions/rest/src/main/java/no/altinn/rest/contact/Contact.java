package no.altinn.rest.contact;

import java.time.Instant;
import java.util.Optional;

/**
 * A way to reach an organisation.
 *
 * @param id positive; no other contact of the organisation ever has the same
 * @param registered when it was made
 * @param by who made it; empty for an enterprise user
 */
public record Contact(int id, ContactAddress address, Instant registered, Optional<Person> by) {
    /** A person who registers contact information. */
    public record Person(int userId, int partyId) {}
}
