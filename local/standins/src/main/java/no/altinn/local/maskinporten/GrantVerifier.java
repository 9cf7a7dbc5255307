package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.testdata.TestSystemUser;
import no.altinn.platform.auth.Iso6523Organisation;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a client gets what it asks for (RFC 7523 §3, tokens §5). What is only known to
 * who holds the client's key comes after its signature; and last of all the grant is used up, so
 * that one which was refused may be corrected. Thread-safe.
 */
final class GrantVerifier {
    /** How far a grant's {@code iat} may be from our clock. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    /** How long a grant may live. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    private static final int LONGEST_ID = 255;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String issuer;
    private final Clients clients;
    private final SystemUsers systemUsers;
    private final Clock clock;
    private final UsedGrants used;

    /**
     * @param issuer what a grant's {@code aud} must be
     */
    GrantVerifier(URI issuer, Clients clients, SystemUsers systemUsers, Clock clock) {
        this.issuer = issuer.toString();
        this.clients = clients;
        this.systemUsers = systemUsers;
        this.clock = clock;
        this.used = new UsedGrants(clock);
    }

    /**
     * Verifies a grant, which cannot be used again afterwards.
     *
     * @throws OAuthError saying what is wrong with it
     */
    Grant verify(String jwt) throws OAuthError {
        Assertion assertion = Assertion.read(jwt);
        RegisteredClient client =
                clients.find(assertion.text("iss")).orElseThrow(Refusal::unknownClient);
        requireAudience(assertion.claim("aud"));
        requireSignature(assertion, client);
        Instant end = requireTime(assertion, clock.instant());
        Set<String> scopes = scopes(assertion, client);
        String consumer = consumer(assertion, client);
        JsonNode audience = resource(assertion.claim("resource"));
        Optional<TestSystemUser> systemUser =
                systemUsers.find(assertion.claim("authorization_details"));
        use(assertion, client, end);
        return new Grant(client, scopes, consumer, audience, systemUser.stream().toList());
    }

    private void requireAudience(JsonNode claim) throws OAuthError {
        JsonNode audience = claim.isArray() && claim.size() == 1 ? claim.get(0) : claim;
        if (!issuer.equals(audience.textValue())) {
            throw Refusal.otherAudience();
        }
    }

    private static void requireSignature(Assertion assertion, RegisteredClient client)
            throws OAuthError {
        List<RSAPublicKey> keys = NamedKeys.of(assertion, client);
        if (keys.stream().noneMatch(assertion::isSignedWith)) {
            throw Refusal.notSigned(
                    keys.isEmpty() ? "The key is not registered for the client" : "");
        }
    }

    /** Returns when it will certainly not be accepted any more. */
    private static Instant requireTime(Assertion assertion, Instant now) throws OAuthError {
        Instant expires = assertion.requiredTime("exp");
        Instant issued = assertion.requiredTime("iat");
        if (!expires.isAfter(now)) {
            throw Refusal.expired();
        }
        if (Duration.between(issued, now).abs().compareTo(CLOCK_SKEW) > 0) {
            throw Refusal.malformed(
                    "The JWT claim iat is more than %d seconds from our clock"
                            .formatted(CLOCK_SKEW.toSeconds()));
        }
        if (!expires.isAfter(issued)) {
            throw Refusal.malformed("The JWT claim exp is not after iat");
        }
        if (Duration.between(issued, expires).compareTo(LONGEST_LIFE) > 0) {
            throw Refusal.malformed(
                    "The JWT lives for more than %d seconds".formatted(LONGEST_LIFE.toSeconds()));
        }
        if (assertion.time("nbf").orElse(Instant.EPOCH).isAfter(now.plus(CLOCK_SKEW))) {
            throw Refusal.malformed("The JWT is not valid yet");
        }
        // At the end of the skew itself it still is.
        Instant tooOld = issued.plus(CLOCK_SKEW).plusSeconds(1);
        return expires.isBefore(tooOld) ? expires : tooOld;
    }

    private static Set<String> scopes(Assertion assertion, RegisteredClient client)
            throws OAuthError {
        Set<String> scopes =
                new LinkedHashSet<>(SPACE.splitAsStream(assertion.text("scope").strip()).toList());
        scopes.remove("");
        if (scopes.isEmpty()) {
            throw Refusal.unregisteredScope("None is asked for");
        }
        for (String scope : scopes) {
            if (!client.metadata().scopes().contains(scope)) {
                throw Refusal.unregisteredScope("Not registered: " + scope);
            }
        }
        return scopes;
    }

    /** Who the token is for: the client's organisation, or who has delegated to it. */
    private static String consumer(Assertion assertion, RegisteredClient client) throws OAuthError {
        String own = client.metadata().organisation();
        JsonNode claim = assertion.claim("consumer_org");
        if (claim.isMissingNode()) {
            return own;
        }
        if (!claim.isTextual() || !Iso6523Organisation.isNumber(claim.textValue())) {
            throw Refusal.malformed("The JWT claim consumer_org is not nine digits");
        }
        if (claim.textValue().equals(own)) {
            throw OAuthError.invalidRequest(
                    "The JWT claim consumer_org is the client's own organisation; leave it out");
        }
        return claim.textValue();
    }

    /** What the token's {@code aud} will be (RFC 8707 §2). */
    private static JsonNode resource(JsonNode claim) throws OAuthError {
        if (claim.isMissingNode()) {
            return TextNode.valueOf("unspecified");
        }
        List<JsonNode> resources = claim.isArray() ? claim.valueStream().toList() : List.of(claim);
        if (resources.isEmpty()
                || !resources.stream()
                        .allMatch(each -> each.isTextual() && !each.textValue().isBlank())) {
            throw Refusal.malformed("The JWT claim resource is no text or list of texts");
        }
        return claim;
    }

    private void use(Assertion assertion, RegisteredClient client, Instant end) throws OAuthError {
        String id = assertion.text("jti");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw Refusal.malformed(
                    "The JWT claim jti must be text of 1 to %d characters".formatted(LONGEST_ID));
        }
        used.use(client.id(), id, end);
    }
}
