package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.print.TooManyPrints;

import java.util.Optional;

/** How refusals of the message box are told to clients. */
public final class MessageRefusals implements Refusals {
    @Override
    public Optional<RestError> of(RuntimeException exception) {
        if (exception instanceof TooManyPrints) {
            return Optional.of(
                    RestError.of(
                            exception.getMessage(),
                            Reply.of(503, new Content.None()).with("Retry-After", "5")));
        }
        return exception instanceof Refusal refusal ? Optional.of(told(refusal)) : Optional.empty();
    }

    private static RestError told(Refusal refusal) {
        String reason = refusal.getMessage();
        if (refusal instanceof Refusal.FailedValidation failed) {
            return RestError.of(
                    reason,
                    Reply.of(400, new Content.One(ValidationResource.of(failed.validation())))
                            .saying(reason));
        }
        return RestError.of(status(refusal), reason);
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof Refusal.Absent) {
            return 404;
        }
        if (refusal instanceof Refusal.LevelTooLow) {
            return 401;
        }
        if (refusal instanceof Refusal.Forbidden) {
            return 403;
        }
        boolean isTooLate =
                refusal instanceof Refusal.Deleted || refusal instanceof Refusal.Conflict;
        return isTooLate ? 409 : 400;
    }
}
