package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tokens of all who take part: from the platform's own generator, and, for claims that it does not
 * make, signed here with the platform's key. Thread-safe.
 */
final class Tokens {
    static final String SYSTEM_USER = "a1b2c3d4-0000-4000-8000-000000000001";
    static final String SUBSCRIBE = "altinn:events.subscribe";

    private static final String PUBLISH = "altinn:events.publish";
    private static final String BASIC =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("test:test".getBytes(StandardCharsets.US_ASCII));

    private final HttpClient http;
    private final URI base;
    private final TestTokens ofPlatform;
    private final LocalKeys keys;
    private final TestTokens ofStranger = TestTokens.ofForger(Clock.systemUTC());
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    /**
     * @param data the platform's folder, which has its keys
     */
    Tokens(HttpClient http, URI base, Path data) {
        this.http = http;
        this.base = base;
        this.keys = LocalKeys.open(data, Clock.systemUTC());
        SigningKey key = keys.current();
        RSAPublicKey published = (RSAPublicKey) key.certificate().getPublicKey();
        this.ofPlatform =
                new TestTokens(
                        Clock.systemUTC(), new TestKeys(key.kid(), published, key.privateKey()));
    }

    /** Every key that the platform and its stand-ins sign with. */
    LocalKeys keys() {
        return keys;
    }

    /** Service owner ttd, who may publish and subscribe. */
    String ttd() {
        return serviceOwner("ttd", PUBLISH + "," + SUBSCRIBE);
    }

    /** Service owner skd, who may do the same with resources of its own. */
    String skd() {
        return serviceOwner("skd", PUBLISH + "," + SUBSCRIBE);
    }

    String serviceOwner(String org, String scopes) {
        return issue("GetEnterpriseToken", "org=" + org + "&scopes=" + scopes);
    }

    /** An organisation that is no service owner. */
    String organisation(String orgNo) {
        return issue("GetEnterpriseToken", "orgNo=" + orgNo + "&scopes=" + SUBSCRIBE);
    }

    String personA() {
        return person("20000001", 3);
    }

    String personB() {
        return person("20000002", 3);
    }

    /** A person by user id, at an authentication level. */
    String person(String userId, int level) {
        return person("userId=" + userId + "&authLvl=" + level, SUBSCRIBE);
    }

    String person(String who, String scopes) {
        return issue("GetPersonalToken", who + "&scopes=" + scopes);
    }

    String systemUser() {
        String who = "systemUserId=" + SYSTEM_USER + "&orgNo=310000001";
        return issue("GetSystemUserToken", who + "&scopes=" + SUBSCRIBE);
    }

    /** The platform access token of the platform itself. */
    String platform() {
        return issue("GetPlatformAccessToken", "app=events");
    }

    /** The platform access token of an app of ttd. */
    String app(String app) {
        return issue("GetPlatformAccessToken", "org=ttd&app=" + app);
    }

    /** A token of the generator, which is asked once for each. */
    String issue(String kind, String query) {
        return issued.computeIfAbsent(kind + "?env=local&" + query, this::token);
    }

    private String token(String kindAndQuery) {
        Reply reply = generated(kindAndQuery);
        if (reply.status() != 200) {
            throw new AssertionError("The generator refused " + kindAndQuery + ": " + reply);
        }
        return reply.body();
    }

    /** What the generator answers. */
    Reply generated(String kindAndQuery) {
        return Call.of(http, "GET", URI.create(base + "api/" + kindAndQuery))
                .header("Authorization", BASIC)
                .send();
    }

    /** A token that the platform might have signed, with claims as wanted. */
    String signed(Consumer<ObjectNode> claims) {
        return ofPlatform.sign(claims(claims).toString());
    }

    /** The same with a header of any kind. */
    String signedUnder(Consumer<ObjectNode> header, Consumer<ObjectNode> claims) {
        ObjectNode changed = ofPlatform.header();
        header.accept(changed);
        return ofPlatform.sign(changed.toString(), claims(claims).toString());
    }

    /** A payload that is no set of claims, signed by the platform. */
    String signedText(String payload) {
        return ofPlatform.sign(payload);
    }

    /** A token with all the right claims under the platform's key id, signed by somebody else. */
    String foreign(Consumer<ObjectNode> claims) {
        ObjectNode header = ofPlatform.header();
        return ofStranger.sign(header.toString(), claims(claims).toString());
    }

    private ObjectNode claims(Consumer<ObjectNode> more) {
        ObjectNode claims =
                ofPlatform
                        .claims()
                        .put("iss", base + "authentication/api/v1/openid/")
                        .put("scope", PUBLISH + " " + SUBSCRIBE)
                        .put("urn:altinn:org", "ttd")
                        .put("urn:altinn:orgNumber", "991825827")
                        .put("urn:altinn:authlevel", 3);
        more.accept(claims);
        return claims;
    }
}
