package no.altinn.rest.endpoint.login;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.login.PasswordLogin;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Logging in with a password, and out (rest-api.md §4). */
public final class PasswordRoutes implements Routes {
    private static final int MOST_BODY = 16 * 1024;

    /** The most characters of a name or a password: what is longer is nobody's. */
    private static final int LONGEST = 200;

    private final PasswordLogin logins;
    private final ClientCookie cookie;
    private final boolean areCertificatesTaken;

    /**
     * @param base this system's own address
     * @param areCertificatesTaken as {@link RequestCallers} has it
     */
    public PasswordRoutes(PasswordLogin logins, URI base, boolean areCertificatesTaken) {
        this.logins = logins;
        this.cookie = ClientCookie.session(base);
        this.areCertificatesTaken = areCertificatesTaken;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("POST", "authentication/authenticatewithpassword", this::login)
                        .takingUpTo(MOST_BODY),
                Route.open("POST", "authentication/logout", this::logout));
    }

    private Reply login(Visit visit) {
        Fields body = visit.lenientBody();
        Optional<String> certificate =
                areCertificatesTaken ? ClientCertificate.in(visit.request()) : Optional.empty();
        String session =
                logins.login(text(body, "UserName"), text(body, "UserPassword"), certificate);
        return Reply.of(200, new Content.None()).with("Set-Cookie", cookie.set(session));
    }

    private static String text(Fields body, String name) {
        String text = body.required(name);
        if (text.length() > LONGEST) {
            throw new InvalidBody(
                    "The member '%s' must have %d characters at most.".formatted(name, LONGEST));
        }
        return text;
    }

    private Reply logout(Visit visit) {
        return Reply.done().with("Set-Cookie", cookie.clear());
    }
}
