package no.altinn.rest.endpoint.login;

import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.login.BrowserLogin;
import no.altinn.rest.login.LoginRefused;
import no.altinn.rest.login.ReturnAddresses;

import java.net.URI;
import java.util.List;

/**
 * Logging in at ID-porten (rest-api.md §4). An answer has one cookie: the login's attempt, when it
 * begins; the session, when it ends.
 */
public final class BrowserRoutes implements Routes {
    private static final String CALLBACK = "authentication/callback";

    private final BrowserLogin logins;
    private final ClientCookie session;
    private final ClientCookie attempt;

    /**
     * @param base this system's own address, ending in a slash
     */
    public BrowserRoutes(BrowserLogin logins, URI base) {
        this.logins = logins;
        this.session = ClientCookie.session(base);
        this.attempt = ClientCookie.attempt(base, callback(base).getRawPath());
    }

    /**
     * Where ID-porten sends browsers back to.
     *
     * @param base this system's own address, ending in a slash
     */
    public static URI callback(URI base) {
        return base.resolve("api/" + CALLBACK);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "authentication/login", this::begin),
                Route.open("GET", CALLBACK, this::end));
    }

    private Reply begin(Visit visit) {
        String returnUrl =
                visit.parameter("returnUrl")
                        .orElseThrow(
                                () -> RestError.badRequest("The parameter returnUrl is missing"));
        if (returnUrl.length() > ReturnAddresses.LONGEST) {
            throw RestError.badRequest(
                    "returnUrl has at most %d characters".formatted(ReturnAddresses.LONGEST));
        }
        BrowserLogin.Begun begun =
                logins.begin(returnUrl)
                        .orElseThrow(
                                () ->
                                        RestError.badRequest(
                                                "returnUrl must be an address of this API or of an"
                                                        + " application's origin"));
        return Reply.redirect(begun.address().toString())
                .with("Set-Cookie", attempt.set(begun.attempt()));
    }

    private Reply end(Visit visit) {
        if (visit.parameter("error").isPresent()) {
            throw new LoginRefused("The login at ID-porten was cancelled or failed");
        }
        BrowserLogin.Ended ended =
                logins.end(
                        required(visit, "state"),
                        required(visit, "code"),
                        attempt.in(visit.request()).orElse(""));
        return Reply.redirect(ended.returnUrl()).with("Set-Cookie", session.set(ended.session()));
    }

    private static String required(Visit visit, String name) {
        return visit.parameter(name)
                .orElseThrow(() -> RestError.badRequest("The parameter " + name + " is missing"));
    }
}
