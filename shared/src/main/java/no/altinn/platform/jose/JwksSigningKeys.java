package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.client.Call;
import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Fetches keys by an issuer's metadata (OpenID Connect Discovery 1.0 §4, RFC 8414) and RFC 7517.
 * Certificates in the set ({@code x5c}, {@code x5u}) are never read. Thread-safe.
 */
public final class JwksSigningKeys implements KeySetSource {
    private static final int MAX_KEYS = 100;
    private static final int MAX_PORT = 65_535;
    private static final String OPENID = ".well-known/openid-configuration";
    private static final String AUTHORIZATION_SERVER = ".well-known/oauth-authorization-server";

    private final PlatformHttp http;
    private final HttpLimits first;
    private final URI discovery;

    /**
     * @param openIdBase what {@code .well-known/openid-configuration} is below, with or without a
     *     slash at its end
     */
    public JwksSigningKeys(PlatformHttp http, URI openIdBase) {
        this(http, HttpLimits.FIRST_READ, openIdBase);
    }

    /**
     * @param first what the first fetch may cost, both documents together
     */
    JwksSigningKeys(PlatformHttp http, HttpLimits first, URI openIdBase) {
        this(http, first, openIdBase, OPENID);
    }

    private JwksSigningKeys(PlatformHttp http, HttpLimits first, URI issuer, String document) {
        this.http = http;
        this.first = first;
        String base = issuer.toString();
        this.discovery = URI.create((base.endsWith("/") ? base : base + "/") + document);
    }

    /**
     * The keys of an OAuth 2.0 authorization server (RFC 8414). Its metadata is looked for below
     * the issuer's whole path, where Maskinporten has it, and not in front of the path (§3.1).
     *
     * @param issuer with or without a slash at its end
     */
    public static JwksSigningKeys ofAuthorizationServer(PlatformHttp http, URI issuer) {
        return new JwksSigningKeys(http, HttpLimits.FIRST_READ, issuer, AUTHORIZATION_SERVER);
    }

    @Override
    public KeySet fetch() {
        return keySet(jwksUri(get(http, discovery)), http);
    }

    /**
     * {@inheritDoc}
     *
     * <p>20 s for the first document, and for the second what is left of them, but 5 s at least.
     */
    @Override
    public KeySet fetchFirst() {
        long begun = System.nanoTime();
        URI jwks = jwksUri(get(http.with(first), discovery));
        Duration left = first.call().minusNanos(System.nanoTime() - begun);
        Duration least = HttpLimits.DEFAULT.call();
        return keySet(jwks, http.with(first.within(left.compareTo(least) < 0 ? least : left)));
    }

    private static KeySet keySet(URI jwks, PlatformHttp http) {
        List<KeySet.Key> keys =
                StreamSupport.stream(get(http, jwks).path("keys").spliterator(), false)
                        .flatMap(jwk -> RsaJwk.read(jwk).stream())
                        .toList();
        // A token without kid tries every key: their number is what it costs to refuse it.
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new Unavailable("No usable key, or too many, at " + Call.get(jwks));
        }
        return new KeySet(keys);
    }

    private static JsonNode get(PlatformHttp http, URI uri) {
        Reply reply = http.send(Call.get(uri));
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        return reply.json();
    }

    private URI jwksUri(JsonNode metadata) {
        String value = metadata.path("jwks_uri").asText("");
        try {
            URI uri = new URI(value);
            // Keys that came unencrypted could be anyone's; only a local host has no TLS at all.
            if (uri.getHost() != null
                    && uri.getPort() <= MAX_PORT
                    && ("https".equals(uri.getScheme())
                            || discovery.getScheme().equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Unavailable("No usable jwks_uri at " + Call.get(discovery), e);
        }
        throw new Unavailable("No usable jwks_uri at " + Call.get(discovery));
    }
}
