package no.altinn.rest.endpoint.outside;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.outside.OutsideBusy;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.rest.payment.NotPaid;

import java.util.Optional;

/** How clients are told that services of others did not answer, or were not paid. */
public final class OutsideRefusals implements Refusals {
    @Override
    public Optional<RestError> of(RuntimeException exception) {
        if (exception instanceof NotPaid) {
            return Optional.of(RestError.of(402, exception.getMessage()));
        }
        if (exception instanceof OutsideFailed) {
            return Optional.of(RestError.of(502, exception.getMessage()));
        }
        return exception instanceof OutsideBusy
                ? Optional.of(
                        RestError.of(
                                exception.getMessage(),
                                Reply.of(503, new Content.None()).with("Retry-After", "5")))
                : Optional.empty();
    }
}
