package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.Base64UrlUInt;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** An issuer outside Altinn, with keys of its own. */
public final class OutsideTokens {
    private final URI issuer;
    private final TestTokens tokens;
    private final Clock clock;

    /** An issuer; the same name has the same keys, whatever its port is. */
    public OutsideTokens(String issuer, Clock clock) {
        this(URI.create(issuer), TestKeys.of(kid(URI.create(issuer))), clock);
    }

    private OutsideTokens(URI issuer, TestKeys keys, Clock clock) {
        this.issuer = issuer;
        this.tokens = new TestTokens(clock, keys);
        this.clock = clock;
    }

    /** A forger: its tokens name the issuer and its key, and are signed with another. */
    static OutsideTokens ofForger(String issuer, Clock clock) {
        URI forged = URI.create(issuer);
        return new OutsideTokens(forged, TestKeys.generate(kid(forged)), clock);
    }

    private static String kid(URI issuer) {
        return (issuer.getHost() + issuer.getPath())
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
    }

    /** The issuer as the exchange sees it. */
    public OutsideIssuer issuer() {
        return new OutsideIssuer(
                issuer,
                new KeySet(List.of(new KeySet.Key(tokens.keys().kid(), tokens.keys().publicKey()))),
                clock);
    }

    /** What it signs with. */
    public TestTokens tokens() {
        return tokens;
    }

    /** The set of keys that it publishes (RFC 7517). */
    public String jwks() {
        ObjectNode set = Json.object();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", tokens.keys().kid())
                .put("n", Base64UrlUInt.of(tokens.keys().publicKey().getModulus()))
                .put("e", Base64UrlUInt.of(tokens.keys().publicKey().getPublicExponent()));
        return set.toString();
    }

    /** A signed token that is good for 2 minutes, with changed claims. */
    public String signed(ObjectNode claims, Consumer<ObjectNode> change) {
        ObjectNode signed = living(claims);
        change.accept(signed);
        return tokens.sign(signed.toString());
    }

    /** A token that is good for 2 minutes, to be forged. */
    public Genuine genuine(ObjectNode claims) {
        return new Genuine(tokens.keys(), tokens.header(), living(claims), clock.instant());
    }

    private ObjectNode living(ObjectNode claims) {
        long now = clock.instant().getEpochSecond();
        return claims.deepCopy()
                .put("iss", issuer.toString())
                .put("iat", now)
                .put("exp", now + 120)
                .put("jti", "outside");
    }

    /** The claims of an organisation's token by Maskinporten. */
    public static ObjectNode organisation(String number, String scope) {
        ObjectNode claims =
                Json.object()
                        .put("scope", scope)
                        .put("client_id", "a2ed712d-4144-4471-839f-80ae4a68146b")
                        .put("client_amr", "private_key_jwt")
                        .put("token_type", "Bearer")
                        .put("aud", "unspecified");
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:" + number);
        return claims;
    }

    /** The claims of a person's access token by ID-porten. */
    public static ObjectNode person(String pid, String scope) {
        ObjectNode claims =
                Json.object()
                        .put("scope", scope)
                        .put("client_id", "a2ed712d")
                        .put("sub", "pairwise")
                        .put("acr", "idporten-loa-substantial")
                        .put("pid", pid)
                        .put("sid", "session")
                        .put("token_type", "Bearer");
        claims.putArray("amr").add("BankID");
        return claims;
    }
}
