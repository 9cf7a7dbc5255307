package no.altinn.rest.endpoint.login;

import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.log.LogText;
import no.altinn.platform.orgs.ServiceOwners;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.certificate.EnterpriseCertificates;
import no.altinn.rest.door.RestError;
import no.altinn.rest.login.BearerLogin;
import no.altinn.rest.login.Sessions;
import no.altinn.rest.representation.Negotiation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Finds out who sends requests (rest-api.md §4): by the bearer token, else the certificate with
 * {@code ForceEIAuthentication}, else the cookie. The first that is there decides, good or bad.
 * Thread-safe.
 */
public final class RequestCallers implements Callers {
    private static final Logger LOG = LoggerFactory.getLogger(RequestCallers.class);
    private static final int CERTIFICATE_LEVEL = 3;

    private final BearerLogin bearers;
    private final EnterpriseCertificates certificates;
    private final ServiceOwners serviceOwners;
    private final Sessions sessions;
    private final ClientCookie cookie;
    private final boolean areCertificatesTaken;
    private final Clock clock;

    /**
     * @param base this system's own address
     * @param areCertificatesTaken whether a front stands before the app that alone sets the header
     *     of the certificate; else anybody could, so that it counts for nothing
     */
    public RequestCallers(
            BearerLogin bearers,
            EnterpriseCertificates certificates,
            ServiceOwners serviceOwners,
            Sessions sessions,
            URI base,
            boolean areCertificatesTaken,
            Clock clock) {
        this.bearers = bearers;
        this.certificates = certificates;
        this.serviceOwners = serviceOwners;
        this.sessions = sessions;
        this.cookie = ClientCookie.session(base);
        this.areCertificatesTaken = areCertificatesTaken;
        this.clock = clock;
    }

    @Override
    public Login of(Request request) {
        Optional<String> bearer = BearerToken.inHeader(request);
        if (bearer.isPresent()) {
            return new Login(holder(bearer.get()), Optional.empty());
        }
        Optional<String> certificate =
                areCertificatesTaken && ClientCertificate.isWanted(request)
                        ? ClientCertificate.in(request)
                        : Optional.empty();
        if (certificate.isPresent()) {
            return new Login(organisation(certificate.get()), Optional.empty());
        }
        return cookie.in(request)
                .map(value -> resumed(value, request))
                .orElseGet(() -> new Login(new Caller.Nobody(), Optional.empty()));
    }

    private Caller holder(String jwt) {
        try {
            return bearers.of(jwt);
        } catch (InvalidToken e) {
            LOG.info("Bearer token refused: {}", LogText.quoted(String.valueOf(e.getMessage())));
            throw RestError.unauthorized(TokenAdvice.onAnyBearer(jwt, clock.instant()));
        }
    }

    private Caller organisation(String certificate) {
        String number = certificates.organisation(certificate);
        return new Caller.Organisation(
                number, serviceOwners.codesOf(number), CERTIFICATE_LEVEL, Optional.empty());
    }

    /** A person at a browser whose login has ended is shown the login page, as one without. */
    private Login resumed(String value, Request request) {
        Optional<Sessions.Resumed> session = sessions.resume(value);
        if (session.isPresent()) {
            return new Login(session.get().user(), session.get().renewed().map(cookie::set));
        }
        boolean isPage =
                request.method().equals("GET")
                        && Negotiation.isBrowser(request.header("Accept").orElse(""));
        if (!isPage) {
            throw RestError.unauthorized(
                    "The login is not valid or has ended, please log in again");
        }
        return new Login(new Caller.Nobody(), Optional.empty());
    }
}
