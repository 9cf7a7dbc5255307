package no.altinn.authentication.app;

import no.altinn.authentication.exchange.MissingScope;
import no.altinn.authentication.exchange.TokenRefused;
import no.altinn.platform.app.ErrorAnswers;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** The answers to the rules' exceptions. */
final class AuthenticationErrors implements ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationErrors.class);

    @Override
    public Optional<Problem> of(RuntimeException exception) {
        if (exception instanceof TokenRefused) {
            // The reason goes to the log alone: it would help a caller who tries tokens.
            LOG.info("Token refused: {}", exception.getMessage());
            return Optional.of(Problem.empty(401));
        }
        if (exception instanceof MissingScope) {
            return Optional.of(Problem.empty(403));
        }
        if (exception instanceof Unavailable) {
            return Optional.of(
                    Problem.of(503, "A part of the platform is away; please try again."));
        }
        return Optional.empty();
    }
}
