package no.altinn.rest.endpoint.login;

import no.altinn.platform.log.LogText;
import no.altinn.rest.certificate.CertificateRefused;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Refusals;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.login.InvalidUser;
import no.altinn.rest.login.LockedOut;
import no.altinn.rest.login.LoginRefused;
import no.altinn.rest.login.TooManyLogins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/** What clients are told whose logins are not good. */
public final class LoginRefusals implements Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRefusals.class);
    private static final String CERTIFICATE =
            "Enterprise certificate authentication failed, verify that the supplied certificate is"
                    + " valid";
    private static final Duration BUSY = Duration.ofSeconds(2);

    @Override
    public Optional<RestError> of(RuntimeException exception) {
        if (exception instanceof CertificateRefused) {
            // The whole reason goes to the log alone: it would help who tries certificates.
            LOG.info(
                    "Certificate refused: {}",
                    LogText.quoted(String.valueOf(exception.getMessage())));
            return Optional.of(RestError.unauthorized(CERTIFICATE));
        }
        if (exception instanceof LoginRefused) {
            return Optional.of(RestError.unauthorized(exception.getMessage()));
        }
        if (exception instanceof LockedOut locked) {
            return Optional.of(later(429, exception.getMessage(), locked.waiting()));
        }
        if (exception instanceof TooManyLogins) {
            return Optional.of(later(503, exception.getMessage(), BUSY));
        }
        if (exception instanceof InvalidUser) {
            return Optional.of(RestError.badRequest(exception.getMessage()));
        }
        return Optional.empty();
    }

    private static RestError later(int status, String reason, Duration wait) {
        // Rounded up: who comes at the second must not be too early.
        long seconds = wait.plusMillis(999).toSeconds();
        return RestError.of(
                reason,
                Reply.of(status, new Content.None())
                        .with("Retry-After", Long.toString(Math.max(1, seconds))));
    }
}
