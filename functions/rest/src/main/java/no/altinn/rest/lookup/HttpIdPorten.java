package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.time.RefreshedValue;
import no.altinn.rest.login.IdentityProvider;
import no.altinn.rest.login.LoginRefused;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * ID-porten as a public client sees it. Its metadata (OpenID Connect Discovery 1.0 §4) is kept for
 * an hour; when it cannot be read then, the last stays in use. Thread-safe.
 */
public final class HttpIdPorten implements IdentityProvider {
    private static final Duration AGE = Duration.ofHours(1);

    private final PlatformHttp http;
    private final URI issuer;
    private final String clientId;
    private final Supplier<Endpoints> endpoints;

    /** Reads nothing yet. */
    public HttpIdPorten(PlatformHttp http, URI issuer, String clientId, Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.clientId = clientId;
        this.endpoints = new RefreshedValue<>("ID-porten's metadata", this::read, AGE, clock);
    }

    private record Endpoints(URI authorization, URI token) {}

    @Override
    public URI authorizationEndpoint() {
        return endpoints.get().authorization();
    }

    @Override
    public String redeem(String code, String verifier, URI redirect) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", clientId);
        form.put("code", code);
        form.put("code_verifier", verifier);
        form.put("redirect_uri", redirect.toString());
        // A code that is sent twice is refused at worst: the person logs in again.
        Reply reply = http.send(Call.form(endpoints.get().token(), form));
        if (reply.status() >= 400 && reply.status() < 500) {
            throw new LoginRefused("ID-porten does not accept the login any more");
        }
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        String token = reply.json().path("id_token").asText("");
        if (token.isEmpty()) {
            throw new Unavailable(reply.call() + " answered no ID token");
        }
        return token;
    }

    private Endpoints read() {
        String base = issuer.toString();
        URI discovery =
                URI.create(
                        (base.endsWith("/") ? base : base + "/")
                                + ".well-known/openid-configuration");
        Reply reply = http.send(Call.get(discovery));
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        return new Endpoints(
                endpoint(reply, "authorization_endpoint"), endpoint(reply, "token_endpoint"));
    }

    private URI endpoint(Reply reply, String name) {
        JsonNode value = reply.json().path(name);
        try {
            URI uri = new URI(value.asText(""));
            // What went unencrypted could be anybody's; only a local issuer has no TLS at all.
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || issuer.getScheme().equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Unavailable("No usable " + name + " at " + reply.call(), e);
        }
        throw new Unavailable("No usable " + name + " at " + reply.call());
    }
}
