package no.altinn.rest.endpoint.login;

import no.altinn.platform.auth.Cookies;
import no.altinn.platform.http.Request;

import java.net.URI;
import java.util.Optional;

/**
 * A cookie of this app: {@code Set-Cookie} without a comma, for clients that take one apart there.
 * Immutable.
 *
 * @param name what it is called
 * @param attributes what follows the value
 */
record ClientCookie(String name, String attributes) {
    /** The cookie of a login, as Altinn's clients know it. */
    static ClientCookie session(URI base) {
        return of(".ASPXAUTH", base, "/", "None");
    }

    /**
     * What a browser carries while its person logs in at ID-porten; it comes back to the callback
     * alone.
     *
     * @param callback the path of the callback
     */
    static ClientCookie attempt(URI base, String callback) {
        return of(".ALTINNLOGIN", base, callback, "Lax");
    }

    private static ClientCookie of(String name, URI base, String path, String sameSite) {
        String scope = "; path=" + path + "; HttpOnly";
        return "https".equalsIgnoreCase(base.getScheme())
                ? new ClientCookie(name, scope + "; secure; SameSite=" + sameSite)
                // Browsers take None from https alone.
                : new ClientCookie(name, scope + "; SameSite=Lax");
    }

    /** A {@code Set-Cookie} until the browser is closed. */
    String set(String value) {
        return name + "=" + value + attributes;
    }

    /** A {@code Set-Cookie} that makes clients forget the cookie. */
    String clear() {
        return name + "=" + attributes + "; Max-Age=0";
    }

    /** The value that a request brings; empty for none. */
    Optional<String> in(Request request) {
        return Cookies.parse(request.header("Cookie").orElse(""))
                .find(name)
                .filter(value -> !value.isEmpty());
    }
}
