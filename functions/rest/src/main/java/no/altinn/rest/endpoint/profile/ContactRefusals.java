package no.altinn.rest.endpoint.profile;

import no.altinn.rest.contact.InvalidContact;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.RestError;

import java.util.Optional;

/** What clients are told of contact information that is not kept. */
public final class ContactRefusals implements Refusals {
    @Override
    public Optional<RestError> of(RuntimeException exception) {
        return exception instanceof InvalidContact
                ? Optional.of(RestError.badRequest(exception.getMessage()))
                : Optional.empty();
    }
}
