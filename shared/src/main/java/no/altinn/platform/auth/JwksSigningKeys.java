package no.altinn.platform.auth;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Call;
import no.altinn.platform.http.PlatformHttp;
import no.altinn.platform.http.PlatformUnavailable;
import no.altinn.platform.http.Reply;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Fetches keys by an issuer's metadata (OpenID Connect Discovery 1.0 §4, RFC 8414) and RFC 7517.
 * Certificates in the set ({@code x5c}, {@code x5u}) are never read. Thread-safe.
 */
public final class JwksSigningKeys implements KeySetSource {
    private static final int MIN_BITS = 2048;
    private static final String OPENID = ".well-known/openid-configuration";
    private static final String AUTHORIZATION_SERVER = ".well-known/oauth-authorization-server";

    private final PlatformHttp http;
    private final URI discovery;

    /**
     * @param openIdBase what {@code .well-known/openid-configuration} is below, with or without a
     *     slash at its end
     */
    public JwksSigningKeys(PlatformHttp http, URI openIdBase) {
        this(http, openIdBase, OPENID);
    }

    private JwksSigningKeys(PlatformHttp http, URI issuer, String document) {
        this.http = http;
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
        return new JwksSigningKeys(http, issuer, AUTHORIZATION_SERVER);
    }

    @Override
    public KeySet fetch() {
        URI jwks = jwksUri(get(discovery).path("jwks_uri").asText(""));
        List<KeySet.Key> keys =
                StreamSupport.stream(get(jwks).path("keys").spliterator(), false)
                        .filter(JwksSigningKeys::signs)
                        .flatMap(jwk -> key(jwk).stream())
                        .toList();
        if (keys.isEmpty()) {
            throw new PlatformUnavailable("No usable key at " + Call.get(jwks));
        }
        return new KeySet(keys);
    }

    private JsonNode get(URI uri) {
        Reply reply = http.send(Call.get(uri));
        if (!reply.succeeded()) {
            throw new PlatformUnavailable(reply.toString());
        }
        return reply.json();
    }

    private URI jwksUri(String value) {
        try {
            URI uri = new URI(value);
            // Keys that came unencrypted could be anyone's; only a local host has no TLS at all.
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || discovery.getScheme().equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new PlatformUnavailable("No usable jwks_uri at " + Call.get(discovery), e);
        }
        throw new PlatformUnavailable("No usable jwks_uri at " + Call.get(discovery));
    }

    private static boolean signs(JsonNode jwk) {
        return "RSA".equals(jwk.path("kty").asText(""))
                && Stream.of("", "sig").anyMatch(jwk.path("use").asText("")::equals);
    }

    private static Optional<KeySet.Key> key(JsonNode jwk) {
        Map<String, Object> values =
                Map.of("kty", "RSA", "n", base64Url(jwk.path("n")), "e", base64Url(jwk.path("e")));
        try {
            // One broken key must not hide the others: tokens signed with those stay good.
            return Jwk.fromValues(values).getPublicKey() instanceof RSAPublicKey key
                            && key.getModulus().bitLength() >= MIN_BITS
                    ? Optional.of(new KeySet.Key(jwk.path("kid").asText(""), key))
                    : Optional.empty();
        } catch (InvalidPublicKeyException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The platform publishes padded Base64 where RFC 7518 §6.3.1 demands Base64url. */
    private static String base64Url(JsonNode number) {
        return number.asText("").replace('+', '-').replace('/', '_').replace("=", "");
    }
}
