package no.altinn.rest.app;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Problem;
import no.altinn.rest.application.InvalidApplication;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.RestError;
import no.altinn.rest.endpoint.authorization.AuthorizationRefusals;
import no.altinn.rest.endpoint.login.LoginRefusals;
import no.altinn.rest.endpoint.message.MessageRefusals;
import no.altinn.rest.endpoint.outside.OutsideRefusals;
import no.altinn.rest.endpoint.profile.ContactRefusals;
import no.altinn.rest.odata.InvalidQuery;
import no.altinn.rest.representation.InvalidBody;
import no.altinn.rest.representation.UnsupportedBody;

import java.util.List;
import java.util.Optional;

/** What clients are told of the rules' exceptions. */
public final class RestErrors implements Refusals {
    private static final List<Refusals> OTHERS =
            List.of(
                    new LoginRefusals(),
                    new MessageRefusals(),
                    new ContactRefusals(),
                    new AuthorizationRefusals(),
                    new OutsideRefusals());

    @Override
    public Optional<RestError> of(RuntimeException exception) {
        if (exception instanceof InvalidBody
                || exception instanceof InvalidQuery
                || exception instanceof InvalidApplication) {
            return Optional.of(RestError.badRequest(exception.getMessage()));
        }
        if (exception instanceof UnsupportedBody) {
            return Optional.of(RestError.of(415, exception.getMessage()));
        }
        if (exception instanceof Problem problem) {
            // What the shared parts refuse, such as a query that is no encoded UTF-8.
            return Optional.of(RestError.of(problem.answer().status(), problem.getMessage()));
        }
        if (exception instanceof Unavailable) {
            return Optional.of(
                    RestError.of(503, "A part of the platform is away; please try again"));
        }
        return OTHERS.stream()
                .map(refusals -> refusals.of(exception))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
