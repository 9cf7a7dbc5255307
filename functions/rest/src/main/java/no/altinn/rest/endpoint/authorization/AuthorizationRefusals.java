package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.delegation.InvalidLocalRole;
import no.altinn.rest.delegation.TooMuchGiven;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.RestError;
import no.altinn.rest.permission.Refused;

import java.util.Optional;

/** How it is told that something cannot be given. */
public final class AuthorizationRefusals implements Refusals {
    @Override
    public Optional<RestError> of(RuntimeException exception) {
        if (exception instanceof Refused.Forbidden) {
            return Optional.of(RestError.forbidden(exception.getMessage()));
        }
        boolean isBad =
                exception instanceof Refused.Senseless
                        || exception instanceof TooMuchGiven
                        || exception instanceof InvalidLocalRole;
        return isBad ? Optional.of(RestError.badRequest(exception.getMessage())) : Optional.empty();
    }
}
