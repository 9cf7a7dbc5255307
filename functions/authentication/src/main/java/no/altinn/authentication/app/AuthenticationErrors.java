package no.altinn.authentication.app;

import no.altinn.authentication.exchange.MissingScope;
import no.altinn.authentication.exchange.TokenRefused;
import no.altinn.platform.app.ErrorAnswers;
import no.altinn.platform.auth.Refusal;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Problem;

import java.util.Optional;

/** The answers to the rules' exceptions. */
final class AuthenticationErrors implements ErrorAnswers {
    @Override
    public Optional<Problem> of(RuntimeException exception) {
        if (exception instanceof TokenRefused refused) {
            // The whole reason goes to the log alone: it would help a caller who tries tokens.
            return Optional.of(Refusal.invalidToken(refused.detail(), refused.getMessage()));
        }
        if (exception instanceof MissingScope) {
            // No scope is named, since any one of many would do.
            return Optional.of(Refusal.forbidden(exception.getMessage()));
        }
        if (exception instanceof Unavailable) {
            return Optional.of(
                    Problem.of(503, "A part of the platform is away; please try again."));
        }
        return Optional.empty();
    }
}
