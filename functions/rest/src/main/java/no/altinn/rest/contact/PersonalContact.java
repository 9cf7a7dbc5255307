package no.altinn.rest.contact;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;

import java.util.Optional;

/**
 * A person who registered how an organisation wants to be reached, and acts for it still.
 *
 * @param user the person as a user for whom others ask
 * @param email the newest e-mail address that the person registered for the organisation
 * @param mobile the newest number that the person registered for the organisation
 */
public record PersonalContact(
        Caller.User user, Reportee person, Optional<Contact> email, Optional<Contact> mobile) {}
